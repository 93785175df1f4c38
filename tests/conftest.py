"""One profile for every property test: a slow machine makes no test fail, and a failure says how to see it again."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "tinjau", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("tinjau")
