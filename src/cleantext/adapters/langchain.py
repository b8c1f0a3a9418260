"""LangChain: a transformer of documents."""

from collections.abc import Sequence
from typing import Any

from langchain_core.documents import BaseDocumentTransformer, Document

from cleantext._cleaner import Cleaner

__all__ = ["CleantextTransformer"]


class CleantextTransformer(BaseDocumentTransformer):
    """Clean the text of each document; its metadata and its id stay.

    Args:
        cleaner: by default that of the profile `page`.
    """

    def __init__(self, cleaner: Cleaner | None = None) -> None:
        self.cleaner = cleaner or Cleaner()

    def transform_documents(self, documents: Sequence[Document], **_: Any) -> Sequence[Document]:
        """Return new documents, cleaned."""
        return [
            document.model_copy(update={"page_content": self.cleaner.clean(document.page_content)})
            for document in documents
        ]
