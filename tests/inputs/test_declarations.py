"""Declarations: which keys a case may have, and where a path leads."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from finmodel.inputs.block import Block
from finmodel.inputs.case import Case
from finmodel.inputs.declarations import Kind, blocks_of, declarations, followed, has_figures, located
from finmodel.inputs.figure import word
from finmodel.inputs.scenarios import Scenario
from tests.inputs.small_case import Area, Lamp, Limits, Pole, SmallCase, document


def test_each_key_is_a_figure_a_block_or_a_word() -> None:
    kinds = {name: found.kind for name, found in declarations(SmallCase).items()}
    assert kinds == {
        "name": Kind.WORD,
        "limits": Kind.BLOCK,
        "items": Kind.BLOCKS,
        "kind": Kind.BLOCK,
        "remarks": Kind.LIST,
        "scenarios": Kind.BLOCKS,
    }
    assert declarations(Lamp)["price"].kind is Kind.FIGURE
    assert declarations(Lamp)["shares"].kind is Kind.FIGURES


def test_blocks_are_told_apart_by_the_word_that_differs() -> None:
    assert declarations(SmallCase)["items"].models == {"lamp": Lamp, "pole": Pole}
    assert declarations(SmallCase)["items"].tags == ("lamp", "pole")
    assert declarations(Case)["tax"].tags == ("kz_standard", "sez")


def test_a_closed_list_of_words_is_known() -> None:
    assert declarations(Limits)["method"].words == ("plain", "fine")


def test_blocks_that_nothing_tells_apart_are_the_programmer_s_error() -> None:
    class One(Block):
        type: Literal["same"]

    class Other(Block):
        type: Literal["same"]

    class Wrong(Block):
        either: Annotated[One | Other, Field(union_mode="left_to_right")] = word("Either")

    with pytest.raises(TypeError, match="No key tells these blocks apart: One, Other"):
        declarations(Wrong)


def test_the_types_that_pydantic_adds_to_a_place_are_taken_out() -> None:
    assert located(SmallCase, ("items", "street", "lamp", "price")).path == ("items", "street", "price")
    assert located(SmallCase, ("kind", "pole", "height")).path == ("kind", "height")
    assert located(SmallCase, ("items", "Street", "[key]")).path == ("items", "Street")


def test_an_item_that_is_called_like_its_type_keeps_its_name() -> None:
    assert located(SmallCase, ("items", "lamp", "lamp", "price")).path == ("items", "lamp", "price")


def test_a_place_knows_what_is_declared_there_and_which_keys_it_has() -> None:
    assert located(SmallCase, ("items", "street", "lamp")).keys == ("type", "price", "areas", "shares")
    assert located(SmallCase, ("items", "street")).keys == ()
    price = located(SmallCase, ("items", "street", "lamp", "price")).declaration
    assert price is not None
    assert price.kind is Kind.FIGURE


def test_a_path_is_followed_by_the_types_in_the_data() -> None:
    data = document().data
    for path in (
        ("items", "street", "price"),
        ("items", "street", "areas", "north", "weight"),
        ("limits", "depth", "metres"),
    ):
        spot = followed(SmallCase, path, data)
        assert (spot.path, spot.declaration and spot.declaration.kind) == (path, Kind.FIGURE)


def test_a_named_figure_is_a_figure() -> None:
    spot = followed(SmallCase, ("items", "street", "shares", "cpi"), document().data)
    assert spot.declaration is not None
    assert spot.declaration.kind is Kind.FIGURE


@pytest.mark.parametrize(
    ("path", "reached"),
    [
        (("items", "streets", "price"), ("items",)),
        (("items", "street", "height"), ("items", "street")),
        (("item",), ()),
        (("limits", "depth", "feet"), ("limits", "depth")),
        (("items", "street", "price", "by_year"), ("items", "street", "price")),
    ],
)
def test_a_path_that_goes_astray_is_followed_as_far_as_it_leads(
    path: tuple[str, ...], reached: tuple[str, ...]
) -> None:
    assert followed(SmallCase, path, document().data).path == reached


def test_every_block_of_a_case_is_found_with_its_path() -> None:
    case = SmallCase.model_validate(
        document("name: a\nitems: {b: {type: pole, height: 1}}\nremarks: [{weight: 1}]\n").data
    )
    assert [path for path, _ in blocks_of(case)] == [
        (),
        ("limits",),
        ("limits", "depth"),
        ("items", "b"),
        ("remarks", 0),
    ]


def test_blocks_with_figures_are_told_from_blocks_of_words() -> None:
    assert has_figures(Area)
    assert has_figures(SmallCase)
    assert not has_figures(Scenario)
