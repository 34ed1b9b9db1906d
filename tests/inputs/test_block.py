"""Blocks: frozen, strict, and silent about themselves unless they say otherwise."""

import pytest
from pydantic import ValidationError

from finmodel.inputs.block import Block
from finmodel.inputs.figure import word


class Words(Block):
    """A block for these tests."""

    name: str = word("Name")
    open: bool = word("Open", default=False)
    tags: list[str] = word("Tags", default=["new"])


def test_a_block_takes_its_keys_and_no_others() -> None:
    assert Words.model_validate({"name": "a"}).name == "a"
    with pytest.raises(ValidationError):
        Words.model_validate({"name": "a", "nmae": "b"})


def test_nothing_is_turned_into_what_it_is_not() -> None:
    for raw in ({"name": 5}, {"name": "a", "open": "yes"}, {"name": "a", "open": 1}):
        with pytest.raises(ValidationError):
            Words.model_validate(raw)


def test_a_block_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Words(name="a").name = "b"


def test_blocks_do_not_share_their_defaults() -> None:
    assert Words(name="a").tags == ["new"]
    assert Words(name="a").tags is not Words(name="b").tags


def test_a_block_without_checks_of_its_own_finds_nothing_wrong() -> None:
    assert list(Words(name="a").inconsistencies(None)) == []
