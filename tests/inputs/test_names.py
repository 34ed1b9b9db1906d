"""Names of inputs: what each figure is called in formulas, and names that clash."""

from finmodel.inputs.names import name_problems, named_figures
from tests.inputs.small_case import SMALL, SmallCase, document


def names(text: str) -> dict[str, str]:
    """The path of each figure by its name."""
    case = SmallCase.model_validate(document(text).data)
    return {named.name: ".".join(map(str, named.path)) for named in named_figures(case)}


def said(text: str) -> list[str]:
    """The clashes of names in a text."""
    found = document(text)
    return [str(problem) for problem in name_problems(SmallCase.model_validate(found.data), found)]


def test_a_figure_is_named_by_its_instance_and_its_keys() -> None:
    assert names(SMALL) == {
        "height": "limits.height",
        "start": "limits.start",
        "depth_metres": "limits.depth.metres",
        "street.price": "items.street.price",
        "street_north.weight": "items.street.areas.north.weight",
        "street.shares_cpi": "items.street.shares.cpi",
        "corner.height": "items.corner.height",
    }


def test_names_that_are_all_different_are_no_problem() -> None:
    assert said(SMALL) == []


def test_a_name_that_is_made_of_two_may_not_be_taken() -> None:
    text = SMALL.replace("  corner:", "  street_north:")
    assert said(text) == [
        "small.yaml:9:3: items.street_north: the name street_north is taken by items.street.areas.north on line 7; "
        "choose another name"
    ]


def test_a_name_with_a_meaning_of_its_own_may_not_be_taken() -> None:
    for name in ("limits", "party", "depth_metres"):
        (message,) = said(SMALL.replace("  corner:", f"  {name}:"))
        assert f"items.{name}: the name {name} has a meaning of its own" in message


def test_a_name_that_the_model_makes_may_not_be_taken() -> None:
    """Parties, ranks of debt, and what belongs to an item have lines under names made of theirs."""
    (message,) = said(SMALL.replace("  corner:", "  party_users:"))
    assert "items.party_users: the name party_users begins with party_, as the model's own names do" in message
    (message,) = said(SMALL.replace("  corner:", "  street_to_fund:"))
    assert "items.street_to_fund: the name street_to_fund is what the model may call" in message
    assert said(SMALL.replace("  corner:", "  corner_to_fund:")) == []


def test_scenarios_may_be_called_like_items() -> None:
    assert said(SMALL.replace("  tall:", "  street:")) == []
