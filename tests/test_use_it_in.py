"""Other packages: the snippets of the page run with the real ones, where these are installed."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpora import REPO
from documents import code
from ray_cluster import ENVIRONMENT

# other packages warn of each other
pytestmark = pytest.mark.filterwarnings("default")

PAGE = REPO / "docs" / "use-it-in.md"
RUNS_RE = re.compile(r"# runs with: ([\w.]+)\n")
SNIPPETS = [(found[1], block) for block in code(PAGE, "python") if (found := RUNS_RE.match(block))]


def is_installed(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize(
    ("package", "block"),
    [pytest.param(*item, id=item[0], marks=[pytest.mark.ray] if item[0] == "ray.data" else []) for item in SNIPPETS],
)
def test_a_snippet_runs(package: str, block: str, tmp_path: Path) -> None:
    if not is_installed(package):
        pytest.skip(f"left out: {package} is not installed; `make adapters` installs it")
    if package == "pyspark" and shutil.which("java") is None:
        pytest.skip("left out: Spark needs Java, which is not installed")
    assert "assert " in block
    # in a process of its own: these packages bring threads, warnings and caches
    script = tmp_path / "snippet.py"
    script.write_text(block, encoding="utf-8")
    environment = {
        **os.environ,
        "HF_HOME": str(tmp_path),
        "HF_HUB_OFFLINE": "1",
        "HAYSTACK_TELEMETRY_ENABLED": "False",
        "PYSPARK_PYTHON": sys.executable,
        **ENVIRONMENT,
    }
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=250
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_page_has_the_packages() -> None:
    assert [package for package, _ in SNIPPETS] == [
        "langchain_core", "llama_index.core", "haystack", "datasets", "polars", "pandas", "dask.bag", "spacy",
        "pyspark", "ray.data", "datatrove", "unstructured",
    ]  # fmt: skip


@pytest.mark.parametrize("block", code(PAGE, "python"))
def test_every_snippet_is_python(block: str) -> None:
    compile(block, "snippet", "exec")


def test_a_langchain_document_keeps_what_it_has() -> None:
    documents = pytest.importorskip("langchain_core.documents", reason="left out: langchain_core is not installed")
    from cleantext import Cleaner
    from cleantext.adapters.langchain import CleantextTransformer

    source = documents.Document("⽂化", id="7", metadata={"a": [1]})
    (made,) = CleantextTransformer(Cleaner("text", without=["radical-form"])).transform_documents([source])
    assert made == source
    (made,) = CleantextTransformer().transform_documents([source])
    assert (made.page_content, made.id, made.metadata) == ("文化", "7", {"a": [1]})
    assert source.page_content == "⽂化"


def test_a_llama_index_node_keeps_what_it_has() -> None:
    schema = pytest.importorskip("llama_index.core.schema", reason="left out: llama_index is not installed")
    from cleantext.adapters.llama_index import CleantextTransform

    source = schema.TextNode(text="發展", id_="7", metadata={"a": 1})
    transform = CleantextTransform(script="s")
    (made,) = transform([source])
    assert (made.text, made.node_id, made.metadata) == ("发展", "7", {"a": 1})
    assert source.text == "發展"
    again = CleantextTransform.from_dict(transform.to_dict())
    assert again([source])[0].text == "发展"
    assert transform.fingerprint != CleantextTransform().fingerprint


def test_a_haystack_component_comes_back_from_its_dict() -> None:
    haystack = pytest.importorskip("haystack", reason="left out: haystack is not installed")
    from cleantext.adapters.haystack import CleantextCleaner

    made = CleantextCleaner.from_dict(CleantextCleaner(script="s").to_dict())
    source = haystack.Document(content="發展", meta={"a": 1})
    (document, empty) = made.run([source, haystack.Document()])["documents"]
    assert (document.content, document.meta, empty.content) == ("发展", {"a": 1}, None)
    assert document.id == haystack.Document(content="发展", meta={"a": 1}).id
