"""What was sent and answered, as WARC records."""

from tinjau.archive import Encoded, encode_record, encode_warcinfo, new_record_id
from tinjau.capture.client import Exchange, now, user_agent
from tinjau.capture.settings import CaptureSettings

_WARC_REASONS = {"length": "length", "time": "time", "disconnect": "disconnect"}  # ISO 28500:2017, 5.13


def warcinfo(urls: tuple[str, ...], settings: CaptureSettings, filename: str) -> Encoded:
    """The record with which an archive begins."""
    fields = [
        ("software", user_agent("")),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "ISO 28500:2017"),
        ("http-header-user-agent", user_agent(settings.contact)),
        ("robots", "RFC 9309"),
        ("seeds", " ".join(urls)),
        ("operator", settings.contact),
    ]
    return encode_warcinfo([each for each in fields if each[1]], date=now(), filename=filename)


def answered(exchange: Exchange) -> tuple[Encoded, Encoded]:
    """The response and its request."""
    message = exchange.message
    url = exchange.url.text
    response_id, request_id = new_record_id(), new_record_id()
    response = encode_record(
        "response",
        "application/http; msgtype=response",
        message.head + message.raw_body,
        date=exchange.date,
        url=url,
        payload=message.raw_body,
        record_id=response_id,
        extra=[
            ("WARC-IP-Address", exchange.address),
            ("WARC-Truncated", _WARC_REASONS.get(message.truncated, "")),
        ],
    )
    request = encode_record(
        "request",
        "application/http; msgtype=request",
        exchange.request,
        date=exchange.date,
        url=url,
        record_id=request_id,
        extra=[("WARC-Concurrent-To", response_id)],
    )
    return response, request


def failed(url: str, state: str, detail: str) -> Encoded:
    """The record of a URL that gave no answer."""
    block = f"state: {state}\r\ndetail: {' '.join(detail.split())[:500]}\r\n".encode()
    return encode_record("metadata", "application/warc-fields", block, date=now(), url=url)
