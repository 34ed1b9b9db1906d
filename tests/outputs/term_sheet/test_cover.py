"""The first page says what the document is not, how much of it is unverified, and the figures that matter most."""

from collections.abc import Callable
from dataclasses import replace

from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.view import View

Seen = Callable[[str], View]


def test_the_first_sentence_says_that_nothing_is_binding(seen_in: Seen) -> None:
    assert "indicative and non-binding" in cover_page(seen_in("en")).status[0]
    assert "не имеет обязательной силы" in cover_page(seen_in("ru")).status[0]
    assert "міндетті күші жоқ" in cover_page(seen_in("kk")).status[0]


def test_the_second_sentence_says_how_many_figures_are_unverified(view: View) -> None:
    assert cover_page(view).status[1] == view.provenance()


def test_what_a_reader_must_know_about_viability_is_said_at_the_head(view: View) -> None:
    assert any("carried by the city's budget" in sentence for sentence in cover_page(view).status)


def test_a_scenario_run_at_contract_values_says_so(view: View) -> None:
    frozen = View(replace(view.results, frozen=True), view.language)
    assert len(cover_page(frozen).status) == len(cover_page(view).status) + 1


def test_the_key_figures_are_the_results_of_the_model(view: View) -> None:
    shown = {headline.label: headline.value for headline in cover_page(view).headlines}
    assert shown["Gearing"] == "70.0%"
    assert shown["Lowest DSCR"] == view.language.figure(view.results.values["dscr_minimum"], view.unit("dscr_minimum"))
    assert len(shown) == 6


def test_a_key_figure_that_does_not_exist_gives_its_reason(view: View) -> None:
    kpis = {**view.results.kpis}
    kpis["equity_irr"] = replace(kpis["equity_irr"], value=None, reason="There is none.")
    (headline,) = (
        h for h in cover_page(View(replace(view.results, kpis=kpis), view.language)).headlines if "Equity" in h.label
    )
    assert headline.value == "n/a"
    assert headline.remark == view.reason("equity_irr")


def test_the_foot_names_version_and_inputs(view: View) -> None:
    foot = " ".join(cover_page(view).colophon)
    assert view.results.hashes["inputs"] in foot
    assert view.results.hashes["version"] in foot


def test_title_and_description_are_in_the_language_of_the_document(seen_in: Seen) -> None:
    page = cover_page(seen_in("kk"))
    assert "көше жарығы" in page.title
    assert "жекеше әріптес" in page.subtitle
