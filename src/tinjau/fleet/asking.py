"""`fleet query`: SQL over a fleet's tables, read-only and without the network or other files."""

from pathlib import Path
from typing import Any

from tinjau.model import InputError

TABLES = {"fleet": "fleet.parquet", "criteria": "criteria.parquet", "indicators": "indicators.parquet"}
_MOST_ROWS = 100_000  # project choice: what a terminal or a spreadsheet can take
_MEMORY = "512MB"


def ask(out: Path, question: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows that the SQL `question` gives over the tables fleet, criteria and indicators.

    Raises InputError where a table is missing or the question is no SQL that DuckDB understands.
    """
    try:
        import duckdb  # heavy optional dependency: the extra `fleet`
    except ModuleNotFoundError:
        raise InputError(
            "tinjau fleet query", "", "DuckDB is not installed", "Install it with: pip install 'tinjau[fleet]'"
        ) from None
    missing = [name for name in TABLES.values() if not (out / name).is_file()]
    if missing:
        raise InputError(str(out), "", f"{missing[0]} is missing", "Make it with: tinjau fleet league DIR")
    connection = duckdb.connect(":memory:", config={"memory_limit": _MEMORY, "threads": 2})
    try:
        for name, file in TABLES.items():
            path = str(out / file).replace("'", "''")
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{path}')")  # noqa: S608 - our own path
        connection.execute("SET enable_external_access = false")  # from here on the question sees the tables only
        connection.execute("SET lock_configuration = true")
        cursor = connection.execute(question)
        columns = [each[0] for each in cursor.description or []]
        return columns, cursor.fetchmany(_MOST_ROWS)
    except duckdb.Error as error:
        first = str(error).strip().splitlines()[0]
        raise InputError("tinjau fleet query", "", first, f"The tables are {', '.join(TABLES)}") from None
    finally:
        connection.close()
