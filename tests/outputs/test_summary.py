"""What a run tells on the screen: key results, why one is missing, and every check that fails."""

from dataclasses import replace

from finmodel.inputs.text import Text
from finmodel.outputs.language import translator
from finmodel.outputs.summary import spoken, summary
from finmodel.results import Check, FacilitySize, Results, ScenarioInputs
from tests.small_project import model, results, scenario


def lines(run: Results, lang: str = "en") -> list[str]:
    return summary(run, translator(lang))


def test_key_results_stand_in_columns() -> None:
    told = lines(results())
    assert told[0] == "Small project · Scenario: Base case · KZT million"
    assert "  Total uses         1,007.0" in told
    assert "  Lowest DSCR          1.49x" in told


def test_a_missing_result_has_its_reason_beside_it() -> None:
    told = lines(scenario(model(revenue=(0.0, 0.0, 0.0, 0.0))))
    (irr,) = [line for line in told if "Equity IRR" in line]
    assert irr.endswith("Equity flow never changes sign.")


def test_the_master_check_counts_integrity_checks() -> None:
    assert "Master check: all 1 integrity checks hold" in lines(results())


def test_what_fails_is_named_with_its_value() -> None:
    run = results()
    broken = replace(
        run,
        checks={
            "debt_left": Check("debt_left", 12.3, ok=False, kind="integrity"),
            "thin_cover": Check("thin_cover", 1.0, ok=False, kind="alert"),
        },
    )
    told = lines(broken)
    assert "Master check: FAILED: 1 of 1 integrity checks" in told
    assert told[-2:] == ["  check: Debt left: 12.3", "  alert: Cover below 1.20x: 1.0000"]


def test_labels_of_the_case_are_said_in_the_language_asked_for() -> None:
    late = Text("Late", {"ru": "Поздно"})
    assert spoken(translator("ru"))(late) == "Поздно"
    told = lines(replace(results(), scenario="late", scenarios=(ScenarioInputs("late", late),)), "ru")
    assert "Поздно" in told[0]


def test_every_facility_is_told_with_the_limit_that_binds_it() -> None:
    size = FacilitySize("Bank loan", 700.0, {"gearing": 700.0}, "gearing", {"gearing": "loan.amount"})
    run = replace(results(), facilities={"loan": size})
    assert "  Bank loan: 700.0 · Binding limit: amount" in lines(_limited(run))


def _limited(run: Results) -> Results:
    """The small project's loan amount, called a limit."""
    amount = replace(run.graph.lines["loan.amount"], label="Limit: amount")
    return replace(run, graph=replace(run.graph, lines={**run.graph.lines, "loan.amount": amount}))
