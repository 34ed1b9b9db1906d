"""``finmodel economics``: for people, for programs, for a scenario, and with nothing to say."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIGHTING, Finmodel
from tests.economic_deal import appraised_deal, deal_text


def case(folder: Path) -> str:
    path = folder / "deal.yaml"
    path.write_text(deal_text(), encoding="utf-8")
    return str(path)


def test_what_society_gains_is_told(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("economics", case(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    assert "Economic net present value (ENPV)" in answer.out
    assert "Transfer: changes hands and uses nothing up" in answer.out


def test_programs_read_the_same_and_can_change_a_figure(finmodel: Finmodel, tmp_path: Path) -> None:
    told = json.loads(finmodel("economics", case(tmp_path), "--json").out)
    assert told["kpis"]["economic_npv"]["value"] == pytest.approx(appraised_deal().values["economic_npv"])
    assert told["economic_conversion"]["columns"][1] == "economic_factor"
    assert told["emissions"]["rows"]["fuel.avoided_in_all"]["unit"] == "number"
    higher = json.loads(finmodel("economics", case(tmp_path), "--json", "--set", "carbon_prices.shadow.multiple=2").out)
    carbon = [
        kind["economic_benefits"]["rows"]["carbon.economic_present_value"]["values"][0] for kind in (told, higher)
    ]
    assert carbon[1] == pytest.approx(2 * carbon[0])


def test_a_case_that_states_no_benefits_has_nothing_to_tell(finmodel: Finmodel) -> None:
    answer = finmodel("economics", LIGHTING)
    assert answer.code == 2
    assert "see docs/economics.md" in answer.err
