"""Haystack: a component of a pipeline."""

from dataclasses import replace
from typing import Any

from haystack import Document, component, default_from_dict, default_to_dict

from cleantext._cleaner import Cleaner

__all__ = ["CleantextCleaner"]


@component
class CleantextCleaner:
    """Clean the text of each document; its metadata stays, its id follows from its new content.

    Args:
        profile: the name of a profile.
        script: convert to this script.
    """

    def __init__(self, profile: str = "page", script: str | None = None) -> None:
        self.profile, self.script = profile, script
        self._cleaner = Cleaner(profile, script=script)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """Return new documents, cleaned; one without text stays."""
        return {
            "documents": [
                document
                if document.content is None
                else replace(document, id="", content=self._cleaner.clean(document.content))
                for document in documents
            ]
        }

    def to_dict(self) -> dict[str, Any]:
        """Return what makes this component again."""
        made: dict[str, Any] = default_to_dict(self, profile=self.profile, script=self.script)
        return made

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "CleantextCleaner":
        """Return the component that `to_dict` told of."""
        made: CleantextCleaner = default_from_dict(cls, data)
        return made
