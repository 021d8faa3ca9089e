"""Settings that hold for all tests."""

import os

from hypothesis import HealthCheck, settings

# A slow or busy machine is no reason to fail; in continuous integration the same examples are tried each time.
settings.register_profile(
    "atlas", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("atlas")
