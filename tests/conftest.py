import os

from hypothesis import HealthCheck, settings

# The default tries the same texts in every run, so that a red test is red for everybody.
# HYPOTHESIS_PROFILE=explore tries many others: `HYPOTHESIS_PROFILE=explore python -m pytest tests/test_promises.py`.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("fixed", deadline=None, derandomize=True, database=None, suppress_health_check=_SLOW)
settings.register_profile("explore", deadline=None, max_examples=5000, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
