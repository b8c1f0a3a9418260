"""All ways to one result give the same, over every corpus: plain, traced, as pages, as blocks, by one job and by many.

`tests/test_promises.py` has the plain run against the traced one; here it is held against the other ways.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from cleantext import Cleaner, clean, decode
from cleantext._corpus.record import Settings
from cleantext._corpus.run import run_corpus
from corpora import clean_texts, pages, read, seeds
from test_corpus import outputs

CLEANERS = {name: Cleaner(name) for name in ("page", "text", "search")}
EVERY = seeds() + pages() + clean_texts()


@pytest.mark.parametrize("profile", CLEANERS)
@pytest.mark.parametrize("path", EVERY)
def test_a_page_alone_and_as_the_only_one(path: Path, profile: str) -> None:
    cleaner, text = CLEANERS[profile], read(path)
    plain = cleaner.clean(text)
    assert cleaner.clean_pages([text]) == [plain]
    assert cleaner(text) == plain == clean(text, profile)
    if profile == "page":
        blocks = cleaner.blocks(text)
        assert cleaner.blocks_of_pages([text]) == [[replace(block, page=1) for block in blocks]]


@pytest.mark.parametrize("path", EVERY)
def test_counted_and_traced(path: Path) -> None:
    """What a corpus run counts without a trace is what a trace has."""
    cleaner, text = CLEANERS["page"], read(path)
    trace = cleaner.trace(text)
    counts = {rule: count for rule, count in trace.counts().items() if rule != "line-end"}
    assert cleaner._counted(text) == (trace.text, counts)


def test_one_job_and_many(tmp_path: Path) -> None:
    """All texts as a corpus, by one worker, by three, and by a loop."""
    paths = [param.values[0] for param in EVERY if param.values[0] is not None]
    wanted = {}
    (tmp_path / "in").mkdir()
    for number, path in enumerate(paths):
        data = path.read_bytes()
        (tmp_path / "in" / f"{number}.txt").write_bytes(data)
        decoded = decode(data)
        wanted[f"{number}.txt"] = decoded.encode(CLEANERS["page"].clean(decoded.text))
    for jobs in (1, 3):
        folder = tmp_path / str(jobs)
        outcome = run_corpus([str(tmp_path / "in")], str(folder), CLEANERS["page"], Settings(), jobs=jobs)
        assert outcome.failures == []
        assert outputs(folder) == wanted
