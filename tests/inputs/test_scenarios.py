"""Scenarios and overrides of a case."""

from pathlib import Path

import pytest

from finmodel.errors import UsageError
from finmodel.inputs.scenarios import overridden, variants
from tests.inputs.good_case import edited, load, said
from tests.inputs.small_case import SMALL, SmallCase, document


def test_a_scenario_is_a_case_of_its_own() -> None:
    found, problems = variants(SmallCase, document(), whole=True)
    assert problems == []
    assert found["tall"].label == "tall"
    assert found["tall"].document.get(("items", "corner", "height")).number == 9.0


def test_a_scenario_s_label_keeps_its_translations() -> None:
    text = SMALL.replace("{set: {items", "{label: {en: Tall, ru: Выше}, set: {items")
    assert variants(SmallCase, document(text), whole=True)[0]["tall"].label.translated("ru") == "Выше"


def test_a_scenario_that_does_not_fit_together_is_reported_at_the_scenario() -> None:
    text = SMALL.replace("{add: 1}", "{add: 4}")
    found, problems = variants(SmallCase, document(text), whole=True)
    assert found == {}
    assert [str(problem) for problem in problems] == [
        "small.yaml:11:37: scenarios.tall.set.items.corner.height: is above the limit; lower it"
    ]


def test_a_scenario_that_breaks_something_else_names_it() -> None:
    text = SMALL.replace("items.corner.height: {add: 1}", "limits.height: 5")
    (problem,) = variants(SmallCase, document(text), whole=True)[1]
    assert str(problem) == (
        "small.yaml:11:3: scenarios.tall: does not work: items.corner.height: is above the limit; lower it"
    )


def heirs(scenarios: str) -> tuple[dict[str, float], list[str]]:
    """The height of the pole in each scenario, and the problems, without their file."""
    text = SMALL.partition("scenarios:\n")[0] + f"scenarios:\n{scenarios}"
    found, problems = variants(SmallCase, document(text), whole=True)
    heights = {name: variant.document.get(("items", "corner", "height")).number for name, variant in found.items()}
    return heights, [str(problem).removeprefix("small.yaml:") for problem in sorted(set(problems))]


def test_a_scenario_builds_on_another_in_any_order_of_the_file() -> None:
    heights, problems = heirs("""\
  third: {from: second, set: {items.corner.height: {times: 0.5}}}
  second: {from: first, set: {items.corner.height: {add: -1}}}
  first: {set: {items.corner.height: 7}}
  plain: {from: base, set: {items.corner.height: {add: 1}}}
""")
    assert problems == []
    assert list(heights) == ["third", "second", "first", "plain"]
    assert heights == {"first": 7.0, "second": 6.0, "third": 3.0, "plain": 9.0}


def test_a_note_says_which_scenario_a_figure_was_changed_from() -> None:
    text = SMALL.replace("scenarios:\n", "scenarios:\n  low: {from: tall, set: {items.corner.height: {times: 0.5}}}\n")
    found, _ = variants(SmallCase, document(text), whole=True)
    notes = [found[name].document.get(("items", "corner", "height")).provenance.note for name in ("low", "tall")]
    assert notes == ["scenario tall × 0.5", "base case + 1"]


@pytest.mark.parametrize(
    ("scenarios", "message"),
    [
        (
            "  tall: {from: tall}\n",
            "11:16: scenarios.tall.from: is the scenario itself; name another one, or take it out",
        ),
        (
            "  tall: {set: {items.corner.height: 9}}\n  low: {from: tal}\n",
            "12:15: scenarios.low.from: there is no tal under scenarios; did you mean tall?",
        ),
        (
            "  a: {from: c}\n  b: {from: a}\n  c: {from: b}\n  d: {from: c}\n",
            "11:13: scenarios.a.from: goes round in a circle: a builds on c builds on b builds on a; "
            "let one of them build on the case itself",
        ),
    ],
)
def test_a_scenario_that_builds_on_nothing_that_stands_is_told_once(scenarios: str, message: str) -> None:
    heights, problems = heirs(scenarios)
    assert problems == [message]
    assert heights.keys() <= {"tall"}


def test_a_wrong_change_is_told_where_it_stands_and_once() -> None:
    _, problems = heirs("""\
  second: {from: first, set: {limits.height: 11}}
  first: {set: {items.corner.height: 25, items.corner.heigth: 3}}
""")
    assert problems == [
        "12:63: scenarios.first.set.items.corner.heigth: there is no heigth in items.corner; did you mean height?"
    ]
    _, problems = heirs("  second: {from: first}\n  first: {set: {items.corner.height: 25}}\n")
    assert problems == ["12:38: scenarios.first.set.items.corner.height: is above the limit; lower it"]


def test_overrides_are_made_in_turn() -> None:
    found, problems = overridden(SmallCase, document(), ["limits.height=20", "limits.height={times: 2}"])
    assert problems == []
    assert found.get(("limits", "height")).number == 40.0


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("height", '--set:2:1: "height" is not a key with a value; write --set timing.delay_months=6'),
        ("=5", '--set:2:1: "=5" is not a key with a value; write --set timing.delay_months=6'),
        ("limits.heigth=5", "--set:2:1: limits.heigth: there is no heigth in limits; did you mean height?"),
        (
            "limits.height=[1",
            "--set:2:1: limits.height: a list that begins with [ is not closed; add ] or a comma between items",
        ),
        ("limits.height=5 m", '--set:2:1: limits.height: "5 m" has words in it; write 5 alone (factor)'),
        ("limits.height=", "--set:2:1: limits.height: has no value; write a number, or leave the key out"),
    ],
)
def test_a_wrong_override_is_named_by_its_place_among_the_options(override: str, message: str) -> None:
    _, problems = overridden(SmallCase, document(), ["limits.height=9", override])
    assert [str(problem) for problem in problems] == [message]


def test_an_override_with_a_colon_or_an_equals_sign_is_a_text(tmp_path: Path) -> None:
    assert load(tmp_path, overrides=["project.title=A=B"]).case.project.title == "A=B"


def test_an_override_can_change_the_structure_and_its_errors_point_at_it(tmp_path: Path) -> None:
    assert (
        load(tmp_path, overrides=["facilities.senior.day_count=act_360"]).case.facilities["senior"].day_count
        == "act_360"
    )
    (message,) = said(tmp_path, overrides=["facilities.senior.day_count=act_361"])
    assert message.startswith('--set:1:1: facilities.senior.day_count: "act_361" is not one of: act_365')


def test_an_override_applies_before_the_scenarios(tmp_path: Path) -> None:
    loaded = load(tmp_path, overrides=["capex.lights.unit_cost=1"], scenario="dear")
    assert loaded.case.capex["lights"].unit_cost.number == pytest.approx(1.2)
    assert loaded.base.capex["lights"].unit_cost.number == 1.0


def test_a_scenario_that_does_not_exist_is_answered_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did you mean dear") as refused:
        load(tmp_path, scenario="deer")
    assert refused.value.exit_code == 2


def test_the_problems_of_scenarios_are_reported_with_those_of_the_case(tmp_path: Path) -> None:
    text = edited("capex.lights.unit_cost: {times", "capex.light.unit_cost: {times").replace(
        "gearing: 70 %", "gearing: 70"
    )
    assert [message.split(": ")[1] for message in said(tmp_path, text)] == [
        "facilities.senior.sizing.gearing",
        "scenarios.dear.set.capex.light.unit_cost",
    ]
