"""The adapters against the least that their packages give them; `make adapters` runs them with the real ones."""

import sys
from dataclasses import dataclass, field, replace
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from cleantext import Cleaner


def package(monkeypatch: pytest.MonkeyPatch, name: str, **names: object) -> None:
    """Let a package be there that holds these names and no more."""
    module = ModuleType(name)
    vars(module).update(names)
    monkeypatch.setitem(sys.modules, name, module)


def fresh(monkeypatch: pytest.MonkeyPatch, name: str) -> Any:
    """Import an adapter anew, and forget it after the test."""
    import importlib

    monkeypatch.delitem(sys.modules, f"cleantext.adapters.{name}", raising=False)
    module = importlib.import_module(f"cleantext.adapters.{name}")
    monkeypatch.setitem(sys.modules, f"cleantext.adapters.{name}", module)
    return module


@dataclass
class Document:
    """What LangChain's and Haystack's documents have in common with ours."""

    page_content: str = ""
    content: str | None = None
    id: str = ""
    meta: dict[str, object] = field(default_factory=dict)

    def model_copy(self, update: dict[str, Any]) -> "Document":
        return replace(self, **update)


def test_langchain(monkeypatch: pytest.MonkeyPatch) -> None:
    package(monkeypatch, "langchain_core")
    package(monkeypatch, "langchain_core.documents", BaseDocumentTransformer=object, Document=Document)
    adapter = fresh(monkeypatch, "langchain")
    source = Document("⽂化", id="7", meta={"a": 1})
    assert adapter.CleantextTransformer().transform_documents([source]) == [Document("文化", id="7", meta={"a": 1})]
    assert source.page_content == "⽂化"
    plain = adapter.CleantextTransformer(Cleaner("text", without=["radical-form"]))
    assert plain.transform_documents([source, source]) == [source, source]


def test_haystack(monkeypatch: pytest.MonkeyPatch) -> None:
    def component(kind: type) -> type:
        return kind

    component.output_types = lambda **_: lambda method: method  # type: ignore[attr-defined]
    package(
        monkeypatch,
        "haystack",
        Document=Document,
        component=component,
        default_to_dict=lambda _made, **given: {"init_parameters": given},
        default_from_dict=lambda kind, data: kind(**data["init_parameters"]),
    )
    adapter = fresh(monkeypatch, "haystack")
    made = adapter.CleantextCleaner.from_dict(adapter.CleantextCleaner(script="s").to_dict())
    source, empty = Document(content="發展", id="7", meta={"a": 1}), Document(content=None, id="8")
    # the id is left empty, so that Haystack makes that of the new content
    assert made.run([source, empty]) == {"documents": [Document(content="发展", id="", meta={"a": 1}), empty]}
    assert source.content == "發展"


class Transform:
    """A model whose fields are given by name."""

    def __init__(self, **given: object) -> None:
        vars(self).update(given)
        self.model_post_init(None)

    def model_post_init(self, context: object, /) -> None:
        self.context = context


class Node:
    """A node with a text of its own."""

    def __init__(self, text: str) -> None:
        self.text = text

    def model_copy(self, *, deep: bool) -> "Node":
        assert deep
        return Node(self.text)

    def set_content(self, text: str) -> None:
        self.text = text


def test_llama_index(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("llama_index", "llama_index.core"):
        package(monkeypatch, name)
    package(monkeypatch, "llama_index.core.schema", BaseNode=Node, TransformComponent=Transform)
    package(monkeypatch, "pydantic", Field=lambda default, **_: default, PrivateAttr=lambda: None)
    adapter = fresh(monkeypatch, "llama_index")
    transform = adapter.CleantextTransform(script="s")
    source, picture = Node("發展"), SimpleNamespace(image="x")
    (made, other) = transform([source, picture])
    assert (made.text, source.text, other) == ("发展", "發展", picture)
    assert transform.fingerprint == Cleaner(script="s").fingerprint() != adapter.CleantextTransform().fingerprint
