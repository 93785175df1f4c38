"""Which files of a study folder may be read: bounded, inside the folder, under their proper names."""

import difflib
from pathlib import Path

from tinjau.model import InputError

MAX_BYTES = 5 * 1024 * 1024  # project choice: a study's table is written by people; larger is a mistake
MAX_FILES = 500  # project choice: tables in one subfolder
ARCHIVE_SUFFIXES = (".warc.gz", ".warc", ".wacz")

YAML_FILES = ("study.yaml", "claims.yaml", "factors.yaml", "strategies.yaml", "options.yaml")
CSV_FILES = ("services.csv", "decisions.csv", "actions.csv")
FOLDERS = ("answers", "judgements", "archive")
_NEAR = 0.8  # project choice: how alike two names are before one is taken for a slip of the other


class StudyFolder:
    """A folder whose files are asked for by name; every answer is a regular file inside it, small enough to read."""

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise InputError(str(path), "", "there is no such study folder", "Give the folder that holds study.yaml")
        self.path = path
        self._refuse_misspelt()

    def find(self, name: str) -> Path | None:
        """The file of that name, or None where the study has none."""
        path = self.path / name
        if not path.exists() and not path.is_symlink():
            return None
        return self._checked(path)

    def require(self, name: str, mend: str) -> Path:
        """The file of that name; raises InputError where the study has none."""
        path = self.find(name)
        if path is None:
            raise InputError(self.label(self.path / name), "", "this file is missing", mend)
        return path

    def tables(self, name: str) -> list[Path]:
        """The CSV files of a subfolder, by name."""
        return [self._checked(path) for path in self._listed(name) if path.suffix.lower() == ".csv"]

    def archives(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The archives of `archive/`, or exactly those that the study names, each inside the folder."""
        if not names:
            found = [path for path in self._listed("archive") if path.name.lower().endswith(ARCHIVE_SUFFIXES)]
            return tuple(str(self._inside(path)) for path in found)
        return tuple(str(self._named_archive(name)) for name in names)

    def label(self, path: Path) -> str:
        """A file's name as messages give it: the study folder's name and the path inside it."""
        return str(Path(self.path.name) / path.relative_to(self.path))

    def _named_archive(self, name: str) -> Path:
        if not name or Path(name).is_absolute() or ".." in Path(name).parts:
            raise InputError(
                f"{self.path.name}/study.yaml",
                "archives",
                f"'{name}' is not a path inside the study folder",
                "Put the archive into archive/ and write archive/NAME.warc.gz",
            )
        path = self._inside(self.path / name)
        if not path.is_file():
            raise InputError(
                f"{self.path.name}/study.yaml",
                "archives",
                f"there is no file '{name}'",
                "Write the path as it is on disk",
            )
        return path

    def _listed(self, name: str) -> list[Path]:
        folder = self.path / name
        if not folder.exists() and not folder.is_symlink():
            return []
        self._inside(folder)
        if not folder.is_dir():
            raise InputError(
                self.label(folder), "", "this must be a folder", "Rename the file that stands in its place"
            )
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
        if len(entries) > MAX_FILES:
            raise InputError(self.label(folder), "", f"more than {MAX_FILES} files", "Join the tables into fewer files")
        return entries

    def _checked(self, path: Path) -> Path:
        self._inside(path)
        if not path.is_file():
            raise InputError(self.label(path), "", "this is not a regular file", "Put a plain file in its place")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(
                self.label(path),
                "",
                f"the file has {size} bytes, more than {MAX_BYTES}",
                "Split it or remove what is not data",
            )
        return path

    def _inside(self, path: Path) -> Path:
        """Symbolic links are refused at every step, so that nothing outside the folder is ever read."""
        step = self.path
        for part in path.relative_to(self.path).parts:
            step = step / part
            if step.is_symlink():
                raise InputError(
                    self.label(step), "", "symbolic links are not followed", "Put the file itself into the folder"
                )
        return path

    def _refuse_misspelt(self) -> None:
        known = (*YAML_FILES, *CSV_FILES)
        for path in self.path.iterdir():
            if path.name in (*known, *FOLDERS, "results") or path.suffix.lower() not in {".yaml", ".yml", ".csv"}:
                continue
            near = difflib.get_close_matches(path.name.lower(), known, 1, _NEAR)
            if near:
                raise InputError(
                    self.label(path),
                    "",
                    "tinjau does not know a file of this name",
                    f"Rename it to {near[0]} if that is meant",
                )
