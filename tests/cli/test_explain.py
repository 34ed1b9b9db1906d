"""``finmodel explain`` prints the audit trail of a number."""

import json

from tests.cli.conftest import Finmodel


def test_a_number_is_explained_in_words_and_figures(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("explain", lighting, "dscr", "--period", "6", "--depth", "1")
    assert answer.code == 0
    head, words, figures, *_ = answer.out.splitlines()
    assert head.startswith("DSCR [dscr], period 6 (2030-06-30) = 1.")
    assert words.startswith("│  = CFADS ÷ ")
    assert words.endswith(" is 0")
    assert " ÷ " in figures
    assert "\x1b" not in answer.out


def test_a_series_shows_its_values_and_how_to_see_more(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("explain", lighting, "dscr", "--depth", "0")
    assert "1–3: blank; " in answer.out
    assert answer.out.endswith("For the figures of one period: --period 1 to --period 36\n")


def test_the_trail_can_be_read_by_programs(finmodel: Finmodel, lighting: str) -> None:
    trail = json.loads(finmodel("explain", lighting, "dscr_minimum", "--json", "--depth", "3").out)
    assert trail["line"] == "dscr_minimum"
    assert trail["children"][0]["value"] == trail["value"]


def test_inputs_show_source_status_and_place(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("explain", lighting, "project_discount_rate")
    assert "valuation.project_discount_rate · seen" in answer.out
    assert "KASE" in answer.out


def test_a_misspelt_line_is_met_with_the_nearest(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("explain", lighting, "dscr_minimun")
    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean 'dscr_minimum'" in answer.err
