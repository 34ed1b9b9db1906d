"""The page of a sensitivity: debt first, a table below each chart, answers in words."""

from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.uncertainty.sensitivity_page import sensitivity_page, write_sensitivity_page
from finmodel.outputs.uncertainty.writer import render_page
from tests.outputs.sensitivity.studied import studied, view

RESULTS, FOUND = studied()
PAGE = sensitivity_page(view(), FOUND)


def test_what_becomes_of_the_debt_comes_first() -> None:
    assert PAGE.debt == "Debt stays as contracted in the base case, whatever moves"


def test_every_question_is_answered_in_words() -> None:
    part = next(part for part in PAGE.parts if part.key == "part-break-even")
    assert len(part.terms) == len(FOUND.break_even)
    assert all(term.texts for term in part.terms)
    assert "Equity IRR = 15.00% a year" in part.terms[0].label.replace("\N{NO-BREAK SPACE}", " ")


def test_below_each_chart_stands_the_table_of_its_numbers() -> None:
    for part in PAGE.parts:
        for place, block in enumerate(part.blocks):
            if block.figure:
                below = part.blocks[place + 1].table
                assert below is not None
                assert below.key == block.figure.table_key


def test_the_page_is_written_the_same_every_time(tmp_path: Path) -> None:
    write_sensitivity_page(RESULTS, FOUND, tmp_path / "page.html", "en")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == render_page(PAGE, translator("en"))
