"""``finmodel init`` begins a case that runs as it is, and never overwrites one."""

import json
from pathlib import Path

import pytest

from finmodel.pipeline import run_case
from finmodel.resources import template_path, templates_folder
from tests.cli.conftest import Finmodel


def test_a_new_case_is_valid_and_knows_its_schema(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("init", "bridge")
    assert answer.out == "Made bridge/case.yaml. Edit it, then: finmodel run bridge\n"
    text = (tmp_path / "bridge" / "case.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=case.schema.json\n")
    assert json.loads((tmp_path / "bridge" / "case.schema.json").read_text(encoding="utf-8"))
    assert finmodel("check", "bridge", "--strict").code == 0


@pytest.mark.parametrize("template", ["blended", "esco", "green-bond", "land-value", "p4p", "usage"])
def test_every_template_is_valid_as_it_begins(finmodel: Finmodel, template: str) -> None:
    assert finmodel("init", "deal", "--template", template).code == 0
    checked = finmodel("check", "deal", "--strict")
    assert (checked.code, checked.err) == (0, "")


@pytest.mark.parametrize(
    ("template", "scenario", "default"),
    [
        ("esco", "savings_low", True),
        ("land-value", "slow_sales", True),
        ("land-value", "auction_fails", False),
        ("p4p", "no_outcome", True),
        ("usage", "low_demand", True),
        ("usage", "slow_start", False),
    ],
)
def test_the_scenarios_of_a_template_show_what_they_are_there_for(template: str, scenario: str, default: bool) -> None:
    results = run_case(template_path(f"cases/{template}.yaml"), scenario=scenario)
    assert results.values["master_check"] == 1
    assert (results.values["default_periods"] != 0) is default


def test_an_issuance_begins_with_the_schema_of_an_issuance(finmodel: Finmodel, tmp_path: Path) -> None:
    finmodel("init", "bond", "--template", "green-bond")
    written = json.loads((tmp_path / "bond" / "case.schema.json").read_text(encoding="utf-8"))
    assert {"bonds", "issuance"} <= written["properties"].keys()


def test_the_bond_of_a_template_is_allocated_in_full_and_short_of_cover_when_revenue_falls() -> None:
    template = template_path("cases/green-bond.yaml")
    results = run_case(template)
    assert results.values["green_allocated_share"] == pytest.approx(1)
    fallen = run_case(template, scenario="revenue_falls")
    assert (fallen.kpis["issuer_cover_minimum"].value or 0) < 1 < (results.kpis["issuer_cover_minimum"].value or 0)


def test_the_bond_of_a_template_has_a_greenium_against_what_it_names_and_one_beside_it_follows_prices() -> None:
    """16.15 % against 16.2 % of conventional bonds at five years."""
    values = run_case(template_path("cases/green-bond.yaml")).values
    assert values["series_a_at_issue.comparable_yield"] == pytest.approx(0.162, abs=1e-6)
    assert values["series_a_at_issue.greenium"] == pytest.approx(
        (values["series_a_at_issue.yield_to_maturity"] or 0) - 0.162, abs=1e-6
    )
    assert "series_linked_at_issue.greenium" not in values
    assert (values["series_linked_at_issue.yield_to_maturity"] or 0) > 0.12


def test_a_case_that_is_there_is_kept_unless_forced(finmodel: Finmodel, tmp_path: Path) -> None:
    finmodel("init", "bridge")
    case = tmp_path / "bridge" / "case.yaml"
    case.write_text("mine\n")
    answer = finmodel("init", "bridge")
    assert (answer.code, case.read_text()) == (2, "mine\n")
    assert "bridge/case.yaml is there already" in answer.err
    assert finmodel("init", "bridge", "--force").code == 0
    assert case.read_text(encoding="utf-8") != "mine\n"


def test_an_unknown_template_is_met_with_those_there_are(finmodel: Finmodel) -> None:
    answer = finmodel("init", "bridge", "--template", "toll")
    assert answer.code == 2
    known = ", ".join(sorted(path.stem for path in (templates_folder() / "cases").glob("*.yaml")))
    assert f"There is no template 'toll'; choose one of: {known}." in answer.err
    assert {"blended", "esco", "green-bond", "land-value", "p4p", "ppp", "usage"} <= {*known.split(", ")}
