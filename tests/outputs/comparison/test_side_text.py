"""Scenarios side by side as lines of text."""

from __future__ import annotations

from dataclasses import replace

from finmodel.analysis.comparison.side_by_side import side_by_side
from finmodel.compared import SideBySide
from finmodel.outputs.comparison.side_text import side_lines
from finmodel.outputs.language import translator
from tests.analysis.comparison.test_side_by_side import BASE, TABLES, never, small_side


def text(side: SideBySide, lang: str = "en") -> str:
    return "\n".join(side_lines(side, translator(lang)))


def test_debt_as_contracted_or_sized_again_is_said_first() -> None:
    assert "Debt stays as contracted in the base case in every scenario" in text(small_side()).splitlines()[0]
    resized = side_by_side(BASE, TABLES, resize=True, refused=never)
    assert "Debt is sized again in every scenario" in text(resized).splitlines()[0]


def test_each_scenario_is_a_column_in_both_tables() -> None:
    lines = side_lines(small_side("equity_irr", "dscr_minimum"), translator("en"))
    start = lines.index("Key results")
    assert lines[start + 1].split() == ["Base", "case", "poor", "poorer"]
    assert lines[start + 2].split()[:2] == ["Equity", "IRR"]
    changes = lines.index("Change from the base case")
    base, poor, _ = (float(word.rstrip("%").replace("−", "-")) for word in lines[start + 2].split()[2:])
    change = float(lines[changes + 2].split()[2].replace("−", "-"))
    assert abs(change - (poor - base)) <= 0.0101


def test_what_a_scenario_builds_on_and_changes_is_told() -> None:
    told = text(small_side())
    assert "  poorer: Poorer year (builds on poor)\n     revenue.payment.amount:" in told


def test_of_a_scenario_that_builds_on_another_only_its_own_changes_are_told() -> None:
    side = small_side()
    same = replace(side.outcomes[1], figures=side.outcomes[0].figures)
    told = text(replace(side, outcomes=(side.outcomes[0], same)))
    assert told.count("revenue.payment.amount:") == 1
    alone = text(replace(side, outcomes=(same,)))
    assert alone.count("revenue.payment.amount:") == 1


def test_figures_beyond_a_few_are_counted() -> None:
    side = small_side()
    many = replace(side.outcomes[0], figures=(*side.outcomes[0].figures,) * 9)
    assert "     and 3 more\n" in text(replace(side, outcomes=(many,)))


def test_what_fails_and_what_has_no_value_is_told_by_scenario() -> None:
    side = small_side("equity_irr", "dscr_minimum")
    blank = {"equity_irr": replace(side.kpis["equity_irr"], value=None)}
    told = text(replace(side, outcomes=(replace(side.outcomes[0], kpis={**side.kpis, **blank}), side.outcomes[1])))
    assert "  Base case: all checks and covenants hold\n" in told
    assert "  poorer: Periods in default:" in told
    assert "\nWhy there is no value\n  poor: Equity IRR: " in told


def test_a_scenario_without_results_has_its_reason() -> None:
    side = small_side("equity_irr")
    lost = replace(side.outcomes[0], results=None, kpis={}, changes={}, trouble="Total uses did not settle.")
    told = text(replace(side, outcomes=(lost,)))
    assert "  poor: Total uses did not settle." in told
    assert "n/a" in told


def test_no_line_ends_in_spaces_or_shows_a_program_s_words() -> None:
    for lang in ("en", "ru", "kk"):
        for line in side_lines(small_side(), translator(lang)):
            assert line == line.rstrip()
            assert not any(trace in line for trace in ("None", " nan", "%("))
