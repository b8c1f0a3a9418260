"""What the figures were measured on."""

import datetime
import os
import platform
from pathlib import Path

from cleantext import __version__
from cleantext._layout import width


def build() -> str:
    """Return how the package runs: `compiled` or `interpreted`."""
    return "interpreted" if str(width.__file__).endswith((".py", ".pyc")) else "compiled"


def python() -> str:
    """Return the implementation of Python that runs, and its version."""
    return f"{platform.python_implementation()} {platform.python_version()}"


def cpu() -> str:
    """Return the name that the processor gives itself, or that of its architecture."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def description() -> dict[str, str]:
    """Return what stands above the tables."""
    return {
        "cleantext": f"{__version__}, {build()}",
        "processor": f"{cpu()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": python(),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
    }
