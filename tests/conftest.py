import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from command import Run

# The default tries the same texts in every run, so that a red test is red for everybody.
# HYPOTHESIS_PROFILE=explore tries many others: `HYPOTHESIS_PROFILE=explore python -m pytest tests/test_promises.py`.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("fixed", deadline=None, derandomize=True, database=None, suppress_health_check=_SLOW)
settings.register_profile("explore", deadline=None, max_examples=5000, suppress_health_check=_SLOW)
# for `make coverage`, where many texts reach no more than a few
settings.register_profile("few", settings.get_profile("fixed"), max_examples=20)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
# what is written at once hides what a process does with its streams at its end
os.environ.pop("PYTHONUNBUFFERED", None)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the command in an empty folder."""
    from cleantext.cli import main

    monkeypatch.chdir(tmp_path)

    def call(*args: str, stdin: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(args)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return call
