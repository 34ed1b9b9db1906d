"""For all tests: graphs and programs are made once for the same model, and what is loaded is not searched for waste."""

import gc

import pytest

from tests.remembering import remember
from tests.sizes import FULL


def pytest_configure() -> None:
    remember()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of each half, which a worker begins with, the slow tests first: what is left to share in the end is short."""
    slow = [item for item in items if item.get_closest_marker("slow")]
    rest = [item for item in items if not item.get_closest_marker("slow")]
    middles = len(slow) // 2, len(items) // 2 - len(slow) // 2
    items[:] = [*slow[: middles[0]], *rest[: middles[1]], *slow[middles[0] :], *rest[middles[1] :]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    much = "all that they can" if FULL else "a quarter of what they can; make test-full draws all of it"
    terminalreporter.write_line(f"Tests that draw cases at random drew {much}.")


def pytest_collection_finish() -> None:
    """What all tests share stays until the end: the collector need not look through it after every model."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
