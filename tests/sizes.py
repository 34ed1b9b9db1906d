"""How much the long tests draw: a quarter of it in every run, all of it with ``make test-full``; a run says which."""

import os

__all__ = ["FULL", "drawn"]

FULL = os.environ.get("FINMODEL_TESTS") == "full"
"""Whether everything is drawn that the long tests can draw."""


def drawn(full: int) -> int:
    """How many examples a test draws, of the number it draws when there is time."""
    return full if FULL else max(full // 4, 5)
