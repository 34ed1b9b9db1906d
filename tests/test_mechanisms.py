"""The table of mechanisms says what is there: keys of the schema, files, tests, and cases that use the keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from finmodel.inputs.schema import schema

ROOT = Path(__file__).parents[1]
Row = tuple[str, ...]


@cache
def rows() -> dict[int, Row]:
    """The cells of each row behind its number."""
    lines = (ROOT / "docs" / "mechanisms.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {int(number): tuple(rest) for number, *rest in cells if number.isdigit()}


def there() -> list[int]:
    return list(rows())


def key_of(number: int) -> tuple[list[str], str]:
    """The path of a row's key, and the word it must have; no word if any will do."""
    path, _, word = rows()[number][1].strip("`").partition(": ")
    return path.split("."), word


@cache
def case_schema() -> dict[str, Any]:
    return schema()


def forms(found: Any) -> Iterator[dict[str, Any]]:
    """Every form that a place of the schema may have."""
    if "$ref" in found:
        place: Any = case_schema()
        for part in found["$ref"].removeprefix("#/").split("/"):
            place = place[part]
        yield from forms(place)
    for several in ("anyOf", "oneOf", "allOf"):
        for each in found.get(several, ()):
            yield from forms(each)
    yield found


def below(found: Any, part: str) -> Iterator[dict[str, Any]]:
    for form in forms(found):
        if part in form.get("properties", {}):
            yield form["properties"][part]
        for other in (form.get("additionalProperties"), *form.get("patternProperties", {}).values()):
            if isinstance(other, dict):
                yield other


def words(found: Any) -> set[str]:
    said: set[str] = set()
    for form in forms(found):
        said |= {form["const"]} if "const" in form else set(form.get("enum", ()))
    return said


def in_case(data: Any, path: list[str]) -> Iterator[Any]:
    """Whatever a case has at a path, where a name of its own may be any."""
    if not path:
        yield data
    elif isinstance(data, dict):
        for key in data if path[0] == "NAME" else [path[0]]:
            if key in data:
                yield from in_case(data[key], path[1:])


def test_there_are_24_mechanisms_in_order() -> None:
    assert list(rows()) == list(range(1, 25))


@pytest.mark.parametrize("number", there())
def test_the_key_is_in_the_schema_of_a_case(number: int) -> None:
    path, word = key_of(number)
    places = [case_schema()]
    for part in path:
        places = [found for place in places for found in below(place, part)]
    assert places, path
    assert not word or word in set().union(*map(words, places))


@pytest.mark.parametrize("number", there())
def test_its_model_and_its_test_are_there(number: int) -> None:
    for place in rows()[number][2:4]:
        assert (ROOT / place.strip("`")).is_file(), place


@pytest.mark.parametrize("number", there())
def test_a_case_uses_it(number: int) -> None:
    path, word = key_of(number)
    file = ROOT / "cases" / rows()[number][4].strip("`") / "case.yaml"
    found = list(in_case(yaml.safe_load(file.read_text(encoding="utf-8")), path))
    assert found
    assert not word or word in found
