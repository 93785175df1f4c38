"""Whatever is handed in, the answer is a reading or one message, never another exception."""

import contextlib
import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinjau import packs
from tinjau.model import InputError
from tinjau.scoring.tabular import score_tabular
from tinjau.study.workbook import Reading, read_answers, write_workbook

SKM = packs.load_instrument("skm-2017")
CSV_BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(alphabet='unitindcatorvlue,;\t\n\r"=@U1234567 \0é', max_size=300).map(str.encode),
    st.lists(st.tuples(st.sampled_from(["U1", "U2", "U10", "=A1", ""]), st.text(max_size=6))).map(
        lambda cells: ("indicator,value\n" + "\n".join(",".join(each) for each in cells)).encode("utf-8", "replace")
    ),
)
slow = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(CSV_BYTES)
def test_any_bytes_as_a_table(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with contextlib.suppress(InputError):  # any other exception fails the test
        assert score_tabular(SKM, read_answers(SKM, path).rows) is not None


@cache
def workbook(folder: str) -> bytes:
    path = Path(folder) / "whole.xlsx"
    write_workbook(SKM, path)
    return path.read_bytes()


@slow
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20), st.integers(0, 400))
def test_a_damaged_workbook(tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[int, int]], cut: int) -> None:
    content = bytearray(workbook(str(tmp_path_factory.getbasetemp())))
    for place, value in flips:
        content[place % len(content)] = value
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(bytes(content[: len(content) - cut]))
    with contextlib.suppress(InputError):
        assert isinstance(read_answers(SKM, path), Reading)


PARTS = ["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml"]
XML = st.text(alphabet='<>/="rcsheetDat vf1AB&;#x0?!- ', max_size=200)


@slow
@given(XML, st.sampled_from(PARTS), st.booleans())
def test_nonsense_inside_a_workbook(tmp_path_factory: pytest.TempPathFactory, xml: str, part: str, after: bool) -> None:
    buffer = io.BytesIO()
    whole = io.BytesIO(workbook(str(tmp_path_factory.getbasetemp())))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                content = content[: len(content) // 2] + xml.encode() if after else xml.encode()
            target.writestr(name, content)
    path = tmp_path_factory.getbasetemp() / "nonsense.xlsx"
    path.write_bytes(buffer.getvalue())
    with contextlib.suppress(InputError):
        assert isinstance(read_answers(SKM, path), Reading)
