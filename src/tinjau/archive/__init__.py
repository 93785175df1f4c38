"""WARC on disk: records, pages, and the manifest of a capture."""

from tinjau.archive.digests import sha256_of
from tinjau.archive.manifest import (
    Failure,
    HostReport,
    Manifest,
    manifest_path,
    read_manifest,
    sync_folder,
    write_manifest,
    write_whole,
)
from tinjau.archive.purging import purge
from tinjau.archive.reader import MAX_BODY, WEB_TYPES, Reader
from tinjau.archive.record import Headers, Record
from tinjau.archive.redaction import redact
from tinjau.archive.verifying import Fault, Verification, verify
from tinjau.archive.writer import WARC_VERSION, Encoded, encode_record, encode_warcinfo, new_record_id

__all__ = [
    "MAX_BODY",
    "WARC_VERSION",
    "WEB_TYPES",
    "Encoded",
    "Failure",
    "Fault",
    "Headers",
    "HostReport",
    "Manifest",
    "Reader",
    "Record",
    "Verification",
    "encode_record",
    "encode_warcinfo",
    "manifest_path",
    "new_record_id",
    "purge",
    "read_manifest",
    "redact",
    "sha256_of",
    "sync_folder",
    "verify",
    "write_manifest",
    "write_whole",
]
