"""For all tests: graphs and programs are made once for the same model, and what is loaded is not searched for waste."""

import gc

from tests.remembering import remember


def pytest_configure() -> None:
    remember()


def pytest_collection_finish() -> None:
    """What all tests share stays until the end: the collector need not look through it after every model."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
