"""Sign-in by an identity provider, against a small provider on loopback: joined accounts enter, strangers do not."""

import http.server
import json
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, override_settings

LOGIN = "/accounts/oidc/office/login/"


@pytest.fixture
def provider() -> Iterator[dict[str, Any]]:
    """A provider that says of everyone what `person` holds."""
    person: dict[str, Any] = {"sub": "1", "preferred_username": "sari", "email": "sari@example.go.id",
                              "email_verified": True}  # fmt: skip

    class Provider(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            base = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined] # an HTTPServer's
            known = {
                "/.well-known/openid-configuration": {
                    "issuer": base, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/userinfo", "jwks_uri": f"{base}/jwks",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                },
                "/userinfo": person,
                "/token": {"access_token": "t", "token_type": "Bearer", "expires_in": 60},
            }  # fmt: skip
            body = json.dumps(known.get(self.path, {})).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *args: Any) -> None:
            del args

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = {"provider_id": "office", "name": "SSO", "client_id": "tinjau", "secret": "rahasia",
           "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"}}  # fmt: skip
    with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}):
        yield person
    server.shutdown()


def come_back(client: Client, query: str = "") -> Any:
    """Leave for the provider and come back with a code."""
    away = client.post(f"{LOGIN}{query}")
    assert away.status_code == 302, away.content
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(away.headers["Location"]).query))
    assert asked["code_challenge_method"] == "S256"
    return client.get(f"{LOGIN}callback/", {"code": "c", "state": asked["state"]}, follow=True)


def test_a_stranger_gets_no_account_whatever_the_provider_says(
    db: None, provider: dict[str, Any], person: Callable[..., Any]
) -> None:
    """Not even under the name and the mail address of someone who has one."""
    sari = person("sari")
    sari.email = "sari@example.go.id"
    sari.save()
    client = Client()
    come_back(client)
    assert client.get("/").status_code == 302  # not signed in
    assert get_user_model().objects.count() == 1


def test_an_account_that_its_owner_joined_enters(
    db: None, provider: dict[str, Any], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    sari = person("sari")
    owner = browser(sari)
    come_back(owner, "?process=connect")
    assert sari.socialaccount_set.count() == 1
    client = Client()
    come_back(client)
    page = client.get("/")
    assert page.status_code == 200
    assert "(sari)" in page.content.decode()
    provider["sub"] = "2"
    other = Client()
    come_back(other)
    assert other.get("/").status_code == 302


def test_a_forged_return_opens_nothing(db: None, provider: dict[str, Any], person: Callable[..., Any]) -> None:
    person("sari")
    client = Client()
    response = client.get(f"{LOGIN}callback/", {"code": "c", "state": "geraten"})
    assert response.status_code < 500
    assert client.get("/").status_code == 302
