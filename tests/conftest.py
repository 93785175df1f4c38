"""For every test: one profile of property tests, and the long files first, so that both cores end together."""

import pytest
from hypothesis import HealthCheck, settings

# A slow machine makes no test fail, and a failure says how to see it again.
settings.register_profile(
    "tinjau", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("tinjau")

LONG = ("test_postgres.py", "_in_chromium.py")
"""How the names of the files end that take minutes each, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first; within them and after them the order stays."""

    def place(item: pytest.Item) -> int:
        return next((place for place, end in enumerate(LONG) if item.path.name.endswith(end)), len(LONG))

    items.sort(key=place)
