"""Changes by path: set, times, add, later, and what they may not do."""

import pytest

from finmodel.inputs.changes import Change, applied, path_of
from finmodel.inputs.document import Place
from finmodel.inputs.figure import Figure
from finmodel.inputs.reader import read_text
from tests.inputs.small_case import SMALL, SmallCase, document


def changed(key: str, raw: str, *, structure: bool = True, text: str = SMALL) -> object:
    """What stands at a key after a change that must be right."""
    value = read_text(raw, "--set")[0].data
    change = Change(path_of(key), value, Place("--set", 1, 1))
    found, problems = applied(SmallCase, document(text), change, structure=structure)
    assert problems == []
    SmallCase.model_validate(found.data)
    return found.get(path_of(key))


def number(key: str, raw: str, *, structure: bool = False) -> float:
    """The number of a figure after a change."""
    found = changed(key, raw, structure=structure)
    assert isinstance(found, Figure)
    return found.number


def refused(key: str, raw: str, *, structure: bool = False) -> str:
    """What is wrong with a change."""
    value = read_text(raw, "--set")[0].data
    change = Change(path_of(key), value, Place("--set", 1, 1))
    before = document()
    after, (problem,) = applied(SmallCase, before, change, structure=structure)
    assert after is before
    return f"{problem.key}: {problem.what}; {problem.remedy}"


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("limits.height", ("limits", "height")),
        ("amount.by_period[3]", ("amount", "by_period", 2)),
        ("spend[1]", ("spend", 0)),
        ("indices.cpi.rate.by_year.2027", ("indices", "cpi", "rate", "by_year", "2027")),
    ],
)
def test_a_key_is_a_path_with_positions_from_one(key: str, path: tuple[str | int, ...]) -> None:
    assert path_of(key) == path


def test_a_figure_is_set_multiplied_or_added_to() -> None:
    assert number("items.corner.height", "9") == 9.0
    assert number("items.corner.height", "{times: 1.1}") == pytest.approx(8.8)
    assert number("items.corner.height", "{add: -3}") == 5.0


def test_every_year_of_a_table_is_multiplied() -> None:
    found = changed("items.street.price", "{times: 2}", structure=False)
    assert isinstance(found, Figure)
    assert found.by_year == ((2027, 10.0), (2029, 12.0))


def test_a_table_by_year_comes_so_many_years_later_and_until_then_its_first_value_holds() -> None:
    found = changed("items.street.price", "{later: 2}", structure=False)
    assert isinstance(found, Figure)
    assert found.by_year == ((2027, 5.0), (2029, 5.0), (2031, 6.0))
    assert found.provenance.note == "base case, 2 years later"


@pytest.mark.parametrize(("later", "values"), [(1, (5.0, 5.0, 6.0)), (2, (5.0, 5.0, 5.0)), (9, (5.0, 5.0, 5.0))])
def test_a_list_by_period_comes_so_many_periods_later(later: int, values: tuple[float, ...]) -> None:
    text = SMALL.replace("{by_year: {2027: 5, 2029: 6}}", "{by_period: [5, 6, 7]}")
    found = changed("items.street.price", f"{{later: {later}}}", structure=False, text=text)
    assert isinstance(found, Figure)
    assert found.value == values


def test_a_default_can_be_changed_although_the_file_does_not_state_it() -> None:
    assert number("limits.depth.metres", "{times: 3}") == 6.0
    assert number("limits.depth.metres", "5") == 5.0


def test_percent_and_days_can_be_added() -> None:
    assert number("items.street.shares.cpi", "{add: 10 %}") == pytest.approx(0.6)
    assert number("limits.start", "{add: 31}") == 46388 + 31


def test_a_changed_figure_no_longer_claims_its_source() -> None:
    text = SMALL.replace("height: 8", "height: {value: 8, source: Survey, status: seen}")
    found = changed("items.corner.height", "{times: 2}", structure=False, text=text)
    assert isinstance(found, Figure)
    assert (found.provenance.status, found.provenance.source) == ("assumption", "")
    assert found.provenance.note == "base case × 2"


def test_structure_is_changed_only_where_that_is_allowed() -> None:
    assert changed("limits.method", "fine") == "fine"
    assert changed("items.tower", "{type: pole, height: 9}") == {"type": "pole", "height": 9}
    assert refused("items.tower", "{type: pole, height: 9}").startswith("items.tower: there is no tower")
    assert refused("items.tower.height", "9", structure=True).startswith("items.tower.height: there is no tower")
    assert refused("limits.method", "fine").startswith("limits.method: is no figure")


@pytest.mark.parametrize(
    ("key", "raw", "message"),
    [
        ("items.square.height", "1", "items.square.height: there is no square in items; there is: street, corner"),
        ("items.corners.height", "1", "items.corners.height: there is no corners in items; did you mean corner?"),
        ("limit.height", "1", "limit.height: there is no limit at the top of the case; did you mean limits?"),
        (
            "limits.spread",
            "[1]",
            "limits.spread: is not given in the case, so there is nothing to change; state it in the case first",
        ),
        (
            "items.street.price",
            "5",
            "items.street.price: is one number here and by year in the case; give both in the same form",
        ),
        (
            "items.corner.height.value",
            "5",
            "items.corner.height.value: goes into the figure items.corner.height; set the whole figure",
        ),
        ("items.corner.height", "{times: 9}", "items.corner.height: 72 is above 30; write 30 or less"),
        ("items.corner.height", "high", 'items.corner.height: "high" is text where a number is wanted; write a number'),
        (
            "items.corner.height",
            "{times: [1]}",
            "items.corner.height.times: a list stands where one number is wanted; write a number",
        ),
        (
            "limits.start",
            "{times: 2}",
            "limits.start.times: cannot be computed from what is there; give the value itself",
        ),
        (
            "items.corner.height",
            "{later: 2}",
            "items.corner.height.later: does not change over time, so it cannot come later; "
            "use times or add, or give the value",
        ),
        (
            "items.street.price",
            "{later: 1.5}",
            "items.street.price.later: is 1.5; "
            "give a whole number of years (by_year) or periods (by_period), 1 or more",
        ),
        (
            "items",
            "{}",
            "items: is no figure: scenarios and risks change figures only; use --set, or a case file of its own",
        ),
    ],
)
def test_a_change_that_cannot_be_made_says_why(key: str, raw: str, message: str) -> None:
    assert refused(key, raw) == message


def test_a_word_cannot_be_multiplied_even_where_structure_may_change() -> None:
    assert refused("limits.method", "{times: 2}", structure=True).startswith("limits.method: is no figure, so there")


def test_a_new_item_needs_no_heading_of_its_own_in_the_file() -> None:
    assert changed("limits.spread", "[40 %, 60 %]") == Figure((0.4, 0.6), provenance=Figure().provenance)
