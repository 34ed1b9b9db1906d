"""Results are read by name, whatever the shape of the line, and cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from tests.small_project import results


def test_a_line_is_read_by_its_name() -> None:
    run = results()
    assert run.of("cfads") == (0.0, 400.0, 350.0, 420.0)
    assert run.of("loan.amount") == run.values["loan.amount"]


def test_an_unknown_line_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="no_such_line"):
        results().of("no_such_line")


def test_a_document_cannot_change_results() -> None:
    with pytest.raises(FrozenInstanceError):
        results().title = "Another"  # type: ignore[misc]  # the test is that it fails
