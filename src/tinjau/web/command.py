"""`tinjau serve` and `tinjau manage`."""

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from typing import Any

from tinjau.model import InputError

_THREADS = 8  # of the web server; project choice for two cores
_WORKERS = 2  # runs at once: one office's long capture keeps no other office's evaluation waiting; project choice
_LARGEST_BODY = 24 << 20  # bytes of a request: the largest file that any page takes is 20 MiB; project choice


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    serve = commands.add_parser("serve", help="the web application in one process (extra: web)")
    serve.add_argument("--port", type=int, default=8765, help="(%(default)s)")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    serve.add_argument("--demo", action="store_true", help="demo data and three logins; refuses a public address")
    serve.set_defaults(handler=_serve)
    manage = commands.add_parser("manage", help="administration: migrate, createoffice, addmember, backup, …")
    manage.add_argument("arguments", nargs=argparse.REMAINDER, metavar="…")
    manage.set_defaults(handler=_manage)


def setup() -> None:
    """Load Django with tinjau's settings. Raises InputError where the extra is missing or a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinjau.web.settings")
    try:
        import django  # heavy optional dependency: the extra `web`
        from django.core.exceptions import ImproperlyConfigured  # heavy optional dependency: the extra `web`
    except ModuleNotFoundError:
        raise InputError(
            "tinjau serve", "", "Django is not installed", "Install it with: pip install 'tinjau[web]'"
        ) from None
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise InputError("tinjau serve", "", str(error), "Correct the environment and call it again") from None


def _serve(arguments: argparse.Namespace) -> int:
    if not os.environ.get("TINJAU_HOSTS"):  # this machine alone: links in messages lead to the port that is served
        os.environ.setdefault("TINJAU_ADDRESS", f"http://127.0.0.1:{arguments.port}")
    if arguments.demo:
        os.environ["TINJAU_DEMO"] = "1"
        if arguments.host not in {"127.0.0.1", "localhost", "::1"}:
            raise InputError(
                "--host", arguments.host, "the demo has known passwords", "Leave --host out: loopback only"
            )
    setup()
    from django.core.management import call_command  # needs the settings that setup() loaded

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if arguments.demo:
        call_command("demodata")
    _start_worker()
    import waitress  # heavy optional dependency: the extra `web`
    from django.conf import settings  # needs the settings that setup() loaded

    from tinjau.web.wsgi import application  # needs the settings that setup() loaded

    sys.stderr.write(f"tinjau: http://{arguments.host}:{arguments.port}/ (stop with Ctrl-C)\n")
    sys.stderr.flush()
    proxy: dict[str, Any] = {}
    if settings.PROXY:  # from it alone: who asks (axes counts by that), and whether TLS was spoken
        proxy = {"trusted_proxy": settings.PROXY, "trusted_proxy_count": 1,
                 "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}  # fmt: skip
    waitress.serve(
        application, host=arguments.host, port=arguments.port, threads=_THREADS, ident="tinjau",
        max_request_body_size=_LARGEST_BODY, **proxy,
    )  # fmt: skip
    return 0


def _start_worker() -> None:
    """Huey's consumer in this process, and whoever takes up runs that an earlier process left."""
    from huey.contrib.djhuey import HUEY  # needs the settings that setup() loaded

    from tinjau.web import periodic, running, tasks  # need the settings that setup() loaded

    consumer = HUEY.create_consumer(workers=_WORKERS, periodic=False, initial_delay=0.1, max_delay=1.0)
    consumer._set_signal_handlers = lambda: None  # noqa: SLF001 - the web server owns the signals of this process
    consumer.start()

    def watch() -> None:
        for run_id in running.take_over_stale() + running.left_queued():
            tasks.queue(run_id)

    periodic.again_and_again("tinjau-watch", watch, running.STALE.total_seconds(), threading.Event())
    periodic.start()


def _manage(arguments: argparse.Namespace) -> int:
    setup()
    from django.core.management import execute_from_command_line  # needs the settings that setup() loaded

    words: Sequence[Any] = arguments.arguments or ["help"]
    execute_from_command_line(["tinjau manage", *words])
    return 0
