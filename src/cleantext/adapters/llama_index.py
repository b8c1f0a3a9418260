"""LlamaIndex: a step of an ingestion pipeline."""

from collections.abc import Sequence
from typing import Any

from llama_index.core.schema import BaseNode, TransformComponent
from pydantic import Field, PrivateAttr

from cleantext._cleaner import Cleaner

__all__ = ["CleantextTransform"]


class CleantextTransform(TransformComponent):
    """Clean the text of each node; its metadata, id and relations stay.

    The pipeline's cache goes by the fields, so these are what a cleaner is made from, and its fingerprint.

    Args:
        profile: the name of a profile.
        script: convert to this script.
    """

    profile: str = "page"
    script: str | None = None
    fingerprint: str = Field(default="", description="set by the cleaner")
    _cleaner: Cleaner = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Make the cleaner."""
        super().model_post_init(context)
        self._cleaner = Cleaner(self.profile, script=self.script)
        self.fingerprint = self._cleaner.fingerprint()

    def __call__(self, nodes: Sequence[BaseNode], **_: Any) -> Sequence[BaseNode]:
        """Return the nodes, cleaned; a node without a text of its own stays."""
        cleaned = []
        for node in nodes:
            text = getattr(node, "text", None)
            if isinstance(text, str):
                node = node.model_copy(deep=True)
                node.set_content(self._cleaner.clean(text))
            cleaned.append(node)
        return cleaned
