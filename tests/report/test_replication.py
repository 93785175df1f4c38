"""The package recomputes every table, holds no name of a person, and is the same for the same inputs."""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.report import city

import tinjau
from tinjau import observe, packs, pipeline, study
from tinjau.report import replication_package

MEDAN = Path(tinjau.__file__).parent / "demo" / "studies" / "medan"


@cache
def medan() -> bytes:
    """The package of the published study, with a person's name in its answers."""
    read = study.read_study(MEDAN)
    read = replace(read, answers=tuple(replace(each, assessor="Sri Rahayu") for each in read.answers))
    instruments = [packs.load_instrument(each) for each in read.instruments]
    observed = observe.nothing_observed()
    assessment = pipeline.assess(read, instruments, observed)
    plan = pipeline.plan_for(read, assessment, observed)
    return replication_package(assessment, plan, read, instruments, observed.observations, observed.services)


def unpacked(file: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        parts.extractall(folder)
    return folder


def recomputed(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "recompute.py"], cwd=folder, capture_output=True, text=True, check=False)


def test_every_table_is_computed_again(tmp_path: Path) -> None:
    done = recomputed(unpacked(medan(), tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 differences" in done.stdout


def test_a_changed_answer_is_found(tmp_path: Path) -> None:
    folder = unpacked(medan(), tmp_path)
    answers = folder / "study" / "answers" / "answers.csv"
    answers.write_text(answers.read_text("utf-8").replace("positive", "negative", 1), "utf-8")
    done = recomputed(folder)
    assert done.returncode == 1
    assert "criteria.csv" in done.stdout


def test_no_name_of_a_person_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(medan())) as parts:
        assert all("Sri Rahayu" not in parts.read(name).decode() for name in parts.namelist())
        assert "A1" in parts.read("study/answers/answers.csv").decode()


def test_the_same_inputs_give_the_same_bytes() -> None:
    def made() -> bytes:
        return replication_package(city.assessment(), city.plan(), city.study(), city.instruments())

    assert made() == made()


def test_the_invented_city_keeps_its_codes_apart() -> None:
    file = replication_package(city.assessment(), city.plan(), city.study(), city.instruments())
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        words = {name: parts.read(name).decode() for name in parts.namelist()}
    assert not any("Ibu Sri" in text or "Pak Budi" in text for text in words.values())
    assert {"A1", "A2"} <= set(words["tables/indicators.csv"].replace("\r\n", ",").split(","))
    assert json.loads(words["versions.json"])["archive_sha256"].startswith("c0ffee")
