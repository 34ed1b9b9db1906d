"""Components of the principles: what the case states on each, and what is missing."""

from finmodel.analysis.review.components import components
from finmodel.review import LABELLED_COMPONENTS, Component
from finmodel.units import Unit
from tests.analysis.review.cases import material


def of(key: str, changes: dict[str, object] | None = None) -> Component:
    return next(one for one in components(material(changes)) if one.key == key)


def said(component: Component) -> dict[str, object]:
    return {statement.label: statement.said.value for statement in component.stated}


def test_all_components_are_told_in_the_order_of_the_principles() -> None:
    found = components(material())
    assert [one.key for one in found] == list(LABELLED_COMPONENTS)
    assert {one.state for one in found} == {"complete"}
    assert all(not one.missing for one in found)


def test_what_is_stated_is_told_in_the_words_of_the_case() -> None:
    management = said(of("management"))
    assert management["How proceeds are tracked"] == "Sub account"
    assert management["Where proceeds wait that are not allocated"] == ("Account at the treasury",)
    months = next(one for one in of("management").stated if one.label.startswith("Months"))
    assert (months.said.value, months.said.unit) == (36, Unit.MONTHS)
    assert said(of("use_of_proceeds"))["Categories"] == (
        "Renewable energy", "Clean transportation", "Sustainable water and wastewater management",
    )  # fmt: skip
    assert said(of("external_review"))["Opinion"] == (
        "Second party opinion", "Before issue", "Published", "A reviewer", "Green Bond Principles",
    )  # fmt: skip


def test_a_component_of_which_something_is_missing_is_partial() -> None:
    selection = of("selection", {"green.framework.risks": None})
    assert (selection.state, [*selection.missing]) == (
        "partial", ["How environmental and social risks are identified and managed"],
    )  # fmt: skip


def test_what_is_promised_to_be_left_out_is_missing() -> None:
    reporting = of("reporting", {"green.reporting.impact": False})
    assert (reporting.state, [*reporting.missing]) == ("partial", ["Reports on impact"])


def test_a_component_of_which_nothing_is_stated_is_missing() -> None:
    silent = of("selection", {"green.framework.risks": None, "green.framework.selection": None})
    assert (silent.state, [*silent.stated]) == ("missing", [])
    assert of("external_review", {"green.external_reviews": {}}).state == "missing"


def test_a_review_that_is_only_planned_is_not_counted_as_done() -> None:
    """Nor one that is mandated; one that is published is enough, whatever else is planned."""
    for state in ("planned", "mandated"):
        assert of("external_review", {"green.external_reviews.opinion.state": state}).state == "planned"
    later = {"kind": "verification", "stage": "after_issue", "state": "planned"}
    assert of("external_review", {"green.external_reviews.verification": later}).state == "complete"


def test_the_look_back_need_not_be_stated_where_it_is_not_it_does_not_show() -> None:
    assert "Look-back on spending that is refinanced" in said(of("use_of_proceeds"))
    without = of("use_of_proceeds", {"green.management.look_back_months": None})
    assert without.state == "complete"
    assert "Look-back on spending that is refinanced" not in said(without)
