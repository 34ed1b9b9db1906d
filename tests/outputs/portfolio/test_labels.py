"""Every label that records of a portfolio hold stands in the list of which catalogues are made."""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import finmodel.analysis.portfolio
from finmodel.inputs.text import Text
from finmodel.outputs.portfolio.labels import LABELS
from tests.pools import simulated_cities

ROOM = Path(finmodel.analysis.portfolio.__file__).parent


def labels(value: object) -> Iterator[str]:
    """The labels below a record, but those that the portfolio file itself states."""
    if isinstance(value, dict):
        for item in value.values():
            yield from labels(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from labels(item)
    elif is_dataclass(value):
        for field in fields(value):
            inside = getattr(value, field.name)
            if field.name in ("label", "measure", "reason") and inside and not isinstance(inside, Text):
                yield inside
            else:
                yield from labels(inside)


def test_every_label_of_the_sample_is_listed() -> None:
    found = replace(simulated_cities()[0], concentration={})
    assert set(labels(found)) - set(LABELS) == set()


def test_nothing_is_listed_that_no_code_says() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in ROOM.glob("*.py")]
    said = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert [label for label in LABELS if label not in said] == []
    assert list(LABELS) == sorted(LABELS)
