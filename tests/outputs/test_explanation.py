"""An audit trail on paper: one branch a part, and every input with where it comes from."""

from finmodel.engines.words_explain import explain
from finmodel.outputs.explanation import explanation_document, explanation_rows, formula_figures
from finmodel.outputs.language import translator
from finmodel.units import Unit
from tests.small_project import results

TREE = """\
Lowest DSCR [dscr_minimum] = 1.49x
│  = the lowest DSCR of all periods
└─ DSCR [dscr], period 3 (2028-12-31) = 1.49x
   │  = CFADS ÷ Bank loan: Debt service, blank where Bank loan: Debt service is 0
   │  = 350.0 ÷ 235.0
   │  CFADS divided by debt service.
   ├─ CFADS [cfads], period 3 (2028-12-31) = 350.0 KZT million
   │  │  = Revenue × In operation
   │  │  = 350.0 × 1
   │  │  Revenue while in operation.
   │  ├─ Revenue [revenue], period 3 (2028-12-31) = 350.0 KZT million
   │  │     revenue · assumption
   │  └─ In operation [operation], period 3 (2028-12-31) = 1
   │        = Period > 1
   │        = 3 > 1
   └─ Bank loan: Debt service [loan.service], period 3 (2028-12-31) = 235.0 KZT million
      │  = In operation × Bank loan: Amount ÷ 3
      │  = 1 × 704.9 ÷ 3
      ├─ In operation [operation], period 3 (2028-12-31) = 1
      │     = Period > 1
      │     = 3 > 1
      └─ Bank loan: Amount [loan.amount] = 704.9 KZT million
            = Bank loan: Gearing × Total uses
            = 70.0% × 1,007.0
            Solved: the value equals its own formula after 3 passes."""


def text(line: str, period: int | None = None, depth: int = 2) -> str:
    run = results()
    rows = explanation_rows(explain(run, line, period, depth), run, translator("en"))
    return "\n".join(row.branches + row.text for row in rows)


def test_a_trail_is_a_tree_that_can_be_read_aloud() -> None:
    assert text("dscr_minimum", depth=3) == TREE


def test_a_whole_series_shows_its_values_in_runs() -> None:
    assert "1: blank; 2: 1.70x; 3: 1.49x; 4: 1.79x" in text("dscr", depth=0)
    assert "1: 0.0; 2–4: 235.0" in text("loan.service", depth=0)


def test_an_input_shows_place_status_source_and_date() -> None:
    assert text("capex", 1).splitlines()[1:] == ["   capex · seen", "   Tender, page 3; 2026-01"]
    assert "lag · assumption (default)" in text("lag")


def test_the_record_has_words_figures_and_children() -> None:
    record = explanation_document(explain(results(), "uses", 1, 1))
    assert record["words"] == "Capex + (Bank loan: Upfront fee × Bank loan: Amount if Period = 1, otherwise 0)"
    assert record["figures"] == "1,000.0 + (1.0% × 704.9 if 1 = 1, otherwise 0)"
    capex = next(child for child in record["children"] if child["line"] == "capex")
    assert (capex["status"], capex["source"], capex["path"]) == ("seen", "Tender, page 3", "capex")


def test_formulas_show_nothing_as_0_in_every_language() -> None:
    for lang, nothing in (("en", "0.0"), ("ru", "0,0"), ("kk", "0,0")):
        show = formula_figures(translator(lang))
        assert (show(0.0, Unit.MONEY), show(1.0, Unit.FLAG)) == (nothing, "1")
    assert formula_figures(translator("ru"))(1.333, Unit.RATIO) == "1,33x"


def test_amounts_bear_the_currency_in_words_of_the_language() -> None:
    run = results()
    (head, *_) = explanation_rows(explain(run, "cfads", 3, 0), run, translator("ru"))
    assert head.text.endswith("= 350,0 млн тенге")


def test_a_blank_stays_in_the_record() -> None:
    assert explanation_document(explain(results(), "dscr", 1, 0))["value"] is None
