"""A document sees labels in its language, values with their units, and the periods in which something happens."""

from collections.abc import Callable
from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.definitions import DEFINITIONS
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from finmodel.units import Unit

NBSP = "\N{NO-BREAK SPACE}"
Seen = Callable[[str], View]


def test_instances_are_called_as_the_case_calls_them_in_each_language(seen_in: Seen) -> None:
    assert seen_in("en").instance("senior") == "Senior loan"
    assert seen_in("ru").instance("senior") == "Старший кредит"
    assert seen_in("kk").instance("senior") == "Басым кредит"


def test_the_only_loan_goes_without_saying_and_other_instances_do_not(view: View) -> None:
    assert view.label("senior.commitment") == "Commitment"
    assert view.label("maintenance.cost") == "Maintenance of lights: Cost"


def test_a_weight_names_its_index(view: View) -> None:
    weight = view.results.inputs["street_lighting.indexation_cpi"].variable
    assert view.input_label(weight) == "Weight of the index – Consumer prices"


def test_values_are_shown_with_their_units(view: View) -> None:
    assert view.shown("senior.tenor_months") == f"138{NBSP}months"
    assert view.shown("gearing") == "70.0%"
    assert view.shown("category") == "B"
    assert view.amount(None, Unit.RATIO) == "n/a"


def test_a_rate_that_changes_shows_each_value_with_its_first_year(view: View) -> None:
    steps = view.texts("senior.base_rate")
    assert steps[0] == "15.00% from 2027"
    assert steps[-1] == "10.00% from 2031"
    assert len(steps) == 5


def test_a_rate_that_never_changes_is_shown_once(view: View) -> None:
    assert view.texts("senior.margin") == (f"4.00%{NBSP}a{NBSP}year",)


def test_what_does_not_exist_has_no_texts(view: View) -> None:
    assert view.texts("no_such_line") == ()
    assert view.term("Label", "no_such_line").texts == ()
    assert not view.has("no_such_line")
    assert view.level("no_such_level") is None


def test_a_level_is_found_at_the_top_or_with_the_loan(view: View) -> None:
    assert view.level("lockup_dscr") == view.results.inputs["lockup_dscr"].value
    assert view.level("sizing_gearing") == view.results.inputs["senior.sizing_gearing"].value


def test_spare_periods_at_the_end_are_not_shown(view: View) -> None:
    count = len(view.results.periods)
    idle = {name: (*values[: count - 3], 0.0, 1e-9, 0.0) for name, values in view.results.series.items()}
    short = View(replace(view.results, series=idle), view.language)
    assert len(short.periods) == len(short.series("cfads")) == count - 3
    assert len(short.year_axis) == count - 3


def test_a_grid_in_which_nothing_happens_is_shown_whole(view: View) -> None:
    nothing = {name: (0.0,) * len(values) for name, values in view.results.series.items()}
    still = View(replace(view.results, series=nothing), view.language)
    assert len(still.periods) == len(view.results.periods)


def test_provenance_is_counted_in_numbers(view: View) -> None:
    statuses = [entry.provenance.status for entry in view.results.inputs if entry.provenance.stated]
    assert f"{statuses.count('unverified')} are unverified" in view.provenance()
    assert f"Of {len(statuses)} figures" in view.provenance()
    assert statuses.count("unverified") > 0


def test_definitions_chosen_by_words_are_said_in_words(view: View) -> None:
    (profile,) = view.defined("Repayment profile", "facilities.senior.repayment.profile")
    assert profile.texts == (DEFINITIONS["profile sculpted"],)
    assert view.defined("Repayment profile", "facilities.junior.repayment.profile") == ()


def test_a_party_that_the_case_does_not_name_is_called_by_its_role(view: View, seen_in: Seen) -> None:
    assert view.party("authority") == "Alatau City Authority"
    nameless = replace(view.results, details={})
    assert View(nameless, seen_in("ru").language).party("authority") == "Государственный партнёр"


def test_a_blank_result_says_why(view: View, seen_in: Seen) -> None:
    assert "DSCR" in view.reason("dscr_minimum")
    assert seen_in("kk").reason("dscr_minimum") != view.reason("dscr_minimum")


def test_the_scenario_is_called_as_the_case_calls_it(view: View, seen_in: Seen) -> None:
    assert view.scenario() == "Base case"
    delayed = replace(view.results, scenario="delay_six_months")
    assert View(delayed, seen_in("kk").language).scenario() == "Алты айға кешігу"


def test_amounts_of_a_loan_in_dollars_are_said_in_dollars(layered: View) -> None:
    assert layered.shown("vendor_finance.sizing_amount") == "USD\xa01.2\xa0million"
    assert layered.shown("mezzanine.sizing_amount") == "KZT\xa01,000.0\xa0million"
    assert layered.shown("vendor_finance.commitment").startswith("KZT")


def test_an_instance_that_the_model_makes_is_named_in_the_language(layers: Results) -> None:
    assert View(layers, translator("kk")).instance("rank_2") == "2-кезек"
    assert View(layers, translator("ru")).instance("senior") == "Коммерческий старший кредит"


def test_facilities_have_their_ranks_and_lenders(layered: View) -> None:
    assert layered.tiers == ("senior", "rank_2")
    assert layered.lender("mezzanine") == "mezzanine_lender"
    assert layered.ranking("mezzanine") == "Rank 2"
