"""One record of a web archive, with its payload decoded and bounded."""

from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What a server sent, as the archive kept it.

    `type` is WARC's (response, resource, conversion, revisit, request, metadata, warcinfo); a revisit whose original
    payload was found in the same archive comes as `response` with that payload, and `revisit_of` names the original.
    `status` is null where the record holds no HTTP message. `headers` are the HTTP headers in order, names in lower
    case. `body` is the payload without transfer and content encodings, at most as long as the reader allows.
    `payload_digest` is `algorithm:value`, as declared or, where nothing was declared, SHA-256 of the payload as sent.
    `truncated` says why the body is not whole: what WARC-Truncated says, or `torn` (the archive breaks off), `length`
    and `ratio` (the reader's caps), `decode` (a broken encoding), `digest` (the bytes are not those that were written);
    empty when it is whole. `offset` is where the record's bytes start in `path`, or in the member of a WACZ.
    """

    id: str
    type: str
    url: str
    date: str
    status: int | None
    reason: str
    headers: Headers
    media_type: str
    charset: str
    body: bytes
    payload_digest: str
    truncated: str
    offset: int
    path: str
    revisit_of: str = ""
    warc_headers: Headers = ()

    def header(self, name: str) -> str:
        """The first HTTP header of this lower-case name; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def is_html(self) -> bool:
        """Whether the media type says HTML, or says nothing and the body starts like it."""
        if self.media_type:
            return self.media_type in {"text/html", "application/xhtml+xml"}
        start = self.body[:512].lstrip().lower()
        return start.startswith((b"<!doctype html", b"<html"))
