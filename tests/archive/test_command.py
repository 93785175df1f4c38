"""`tinjau archive`: its exit codes and its document."""

import argparse
import json
from pathlib import Path

import pytest
from tests.archive.test_verifying import pieces

from tinjau.cli.archiving import register


def test_the_command_says_it_in_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    register(parser.add_subparsers())
    whole, torn, foreign = (tmp_path / name for name in ("whole.warc.gz", "torn.warc.gz", "foreign.warc.gz"))
    data = b"".join(pieces(compress=True))
    whole.write_bytes(data)
    torn.write_bytes(data[:-1])
    foreign.write_bytes(b"no")
    codes = []
    for files in ([whole], [whole, torn], [whole, torn, foreign]):
        arguments = parser.parse_args(["archive", "verify", "--json", *map(str, files)])
        codes.append(arguments.handler(arguments))
    assert codes == [0, 1, 2]
    last = json.loads(capsys.readouterr().out.split("\n}\n")[-2] + "\n}")
    assert [each["whole"] for each in last["files"]] == [True, False, False]
