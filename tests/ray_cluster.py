"""A Ray cluster of three machines, which are processes of this one; and their death."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tools"))
from processes import descendants

# one loopback cluster needs no other, and nobody is told of it
ENVIRONMENT = {
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
    "RAY_memory_monitor_refresh_ms": "0",
    # a token that another cluster left in the home folder is none of this one: its driver would ask its workers for it
    "RAY_AUTH_MODE": "disabled",
}
NODE = {"num_cpus": 1, "object_store_memory": 100 << 20, "include_dashboard": False}


@contextmanager
def cluster(nodes: int = 3) -> Iterator[Any]:
    """Start machines of one processor each, the head among them, and end all that is left of them."""
    os.environ.update(ENVIRONMENT)
    os.environ.pop("RAY_ADDRESS", None)
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args=NODE)
    try:
        for _ in range(nodes - 1):
            made.add_node(**NODE)
        made.wait_for_nodes()
        yield made
    finally:
        made.shutdown()


def raylet(node: Any) -> int:
    (process,) = node.all_processes["raylet"]
    return int(process.process.pid)


def workers(node: Any) -> list[int]:
    """The processes of a machine that are at a task of ours."""
    found = []
    for pid in descendants(raylet(node)):
        with suppress(OSError):
            if b"ray::cleantext" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
    return found


def kill_node(made: Any, node: Any) -> None:
    """End a machine as a power cut would: all of its processes at once."""
    for pid in [raylet(node), *descendants(raylet(node))]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    made.remove_node(node, allow_graceful=False)
