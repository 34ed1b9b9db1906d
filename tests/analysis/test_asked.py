"""What an analysis is asked about is found by the name of the key result or of the line."""

from __future__ import annotations

import pytest

from finmodel.analysis.asked import asked_line, key_lines
from finmodel.errors import UsageError
from tests.small_project import results

GRAPH = results().graph


def test_a_key_result_is_the_line_that_carries_its_name() -> None:
    name, line = next(iter(key_lines(GRAPH).items()))
    assert asked_line(GRAPH, name) is line
    assert asked_line(GRAPH, line.name) is line


def test_a_line_by_period_is_no_single_result() -> None:
    series = next(line.name for line in GRAPH.lines.values() if line.shape.value == "series")
    with pytest.raises(UsageError, match="value in every period"):
        asked_line(GRAPH, series)


def test_an_unknown_result_is_refused_with_the_nearest_one() -> None:
    name = next(iter(key_lines(GRAPH)))
    with pytest.raises(UsageError, match=f"did you mean {name}"):
        asked_line(GRAPH, f"{name}x")
