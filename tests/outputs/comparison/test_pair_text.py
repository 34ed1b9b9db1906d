"""Two deals compared as lines of text."""

from __future__ import annotations

from dataclasses import replace

from finmodel.compared import CONTRACT, STRUCTURE, Cause, Comparison, Debt, Method
from finmodel.outputs.comparison.pair_text import DEBTS, pair_lines
from finmodel.outputs.language import translator
from tests.analysis.comparison.deals import difference, pair, sized_deal

COST, WAGES = "capex.plant.unit_cost", "opex.staff.unit_cost"
FOUND = pair(sized_deal({}), sized_deal({COST: 1100.0, WAGES: 60.0}))


def text(found: Comparison = FOUND, lang: str = "en", *, asked: bool = False) -> str:
    return "\n".join(pair_lines(found, translator(lang), asked=asked)).replace("\N{NO-BREAK SPACE}", " ")


def with_causes(*causes: Cause) -> Comparison:
    return replace(FOUND, kpis=(replace(difference(FOUND, "equity_irr"), causes=causes),))


def test_the_two_deals_and_the_debt_come_first() -> None:
    lines = text().splitlines()
    assert lines[0] == "A: a: Small deal · Scenario: Base case · KZT million"
    assert lines[2] == "Debt is sized in each at its own financial close"
    assert [words for debt, words in DEBTS.items() if words in text(replace(FOUND, debt=debt))] == list(DEBTS.values())
    assert set(DEBTS) == set(Debt)


def test_figures_are_told_with_both_values_and_where_they_come_from() -> None:
    assert "\nFigures that differ\n  capex.plant.unit_cost: KZT 1,000 million per unit → KZT 1,100 million" in text()
    assert "\n     default → assumption" not in text()


def test_results_stand_side_by_side_with_the_change() -> None:
    row = next(line for line in text().splitlines() if line.startswith("   Total uses of funds"))
    assert row.split()[-3:] == ["1,036.0", "1,139.6", "103.6"] or float(row.split()[-1].replace(",", "")) > 0


def test_the_causes_are_told_the_largest_first_with_what_changed() -> None:
    told = text()[text().index("What makes the difference") :]
    block = told[told.index("Equity IRR:") :].split("\n\n")[0]
    assert "percentage points" in block.splitlines()[0]
    assert [line.split()[0] for line in block.splitlines()[2:]] == [
        cause.key for cause in difference(FOUND, "equity_irr").causes
    ]
    assert "per unit" in block


def test_causes_beyond_a_few_or_too_small_to_see_are_told_together() -> None:
    many = [Cause(f"capex.item_{number}.unit_cost", 0.01 / (number + 1)) for number in range(10)]
    told = text(with_causes(*many, Cause("capex.tiny.unit_cost", 1e-9)))
    assert "capex.item_7.unit_cost" in told
    assert "capex.item_8" not in told
    assert "others together (3)" in told


def test_where_some_orders_are_left_out_their_share_is_told() -> None:
    some = replace(FOUND, kpis=(replace(difference(FOUND, "equity_irr"), orders=0.25),))
    assert "     over the 25% of orders in which it has a value all along" in text(some)
    assert "of orders in which it has a value" not in text()


def test_causes_that_are_no_figures_are_named() -> None:
    told = text(with_causes(Cause(STRUCTURE, 0.02, 0.001), Cause(CONTRACT, -0.01, 0.0)))
    assert "structure (what cannot be changed figure by figure)         2.00  ± 0.10" in told
    assert "what was contracted at financial close" in told


def test_causes_of_all_results_are_told_where_they_are_asked_for() -> None:
    multiple = replace(FOUND, kpis=(difference(FOUND, "equity_multiple"), difference(FOUND, "equity_irr")))
    assert "  Equity multiple: " not in text(multiple)
    assert "  Equity multiple: " in text(multiple, asked=True)
    blank = replace(FOUND.kpis[0], change=None, causes=(), reason="It has no value in one of the two deals.")
    assert f"{'Total uses of funds'}: It has no value" in text(replace(FOUND, kpis=(blank,)), asked=True)


def test_how_causes_were_found_is_said() -> None:
    assert "the average over all orders in which the 2 changes can be made; 4 variants" in text()
    drawn = text(replace(FOUND, method=Method(12, 900, 128, 7)))
    assert "128 orders drawn at random with seed 7; 900 variants" in drawn
    assert "nothing that key results depend on differs" in text(replace(FOUND, method=Method(0, 0)))


def test_words_that_differ_are_told() -> None:
    other = pair(sized_deal({}), sized_deal({"facilities.senior.repayment": {"profile": "equal"}}))
    assert "\nWords and whole blocks that differ\n  facilities.senior.repayment.profile: sculpted → equal" in text(
        other
    )
    assert "\nFigures that differ\n  none\n" in text(pair(sized_deal({}), sized_deal({})))


def test_no_line_ends_in_spaces_or_shows_a_program_s_words() -> None:
    for lang in ("en", "ru", "kk"):
        for line in pair_lines(FOUND, translator(lang)):
            assert line == line.rstrip()
            assert not any(trace in line for trace in ("None", " nan", "%("))
