"""Options of the benchmarks, and the figures that their tests share."""

import pytest

import figures


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("cleantext speed")
    group.addoption("--write-figures", action="store_true", help="keep the figures, and write docs/speed.md and .svg")


@pytest.fixture(scope="session")
def measured() -> figures.Figures:
    return figures.Figures()
