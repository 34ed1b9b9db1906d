"""``finmodel portfolio`` pools deals, for people and for programs."""

import json
from pathlib import Path

from tests.cli.conftest import Finmodel
from tests.pools import CITIES


def test_deals_years_structures_and_concentration_are_printed(finmodel: Finmodel) -> None:
    answer = finmodel("portfolio", str(CITIES))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Smart services of three cities · KZT million · the debt of every deal as sized")
    for heading in ("Deals, for the share of the pool", "Key results of the pool", "Tranches, in the base case",
                    "Pooled green bond", "Infrastructure investment trust", "Concentration", "Limits"):  # fmt: skip
        assert f"\n{heading}\n" in answer.out, heading
    assert "Every limit that the portfolio states is kept." in answer.out


def test_programs_read_every_record_and_no_value_is_nan(finmodel: Finmodel) -> None:
    told = json.loads(finmodel("portfolio", str(CITIES), "--json").out)
    assert told["currency"] == "KZT million"
    assert list(told["tranches"]) == ["senior", "mezzanine", "first_loss"]
    assert told["concentration"]["case"]["herfindahl"] < 0.5
    assert told["lines"]["cfads"]["values"][0] == 0
    assert told["lines"]["dscr"]["values"][0] is None


def test_a_folder_that_is_not_there_is_told(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("portfolio", str(tmp_path / "none"))
    assert answer.code == 2
    assert answer.err.startswith("There is no folder")


def test_a_bad_portfolio_file_ends_with_3(finmodel: Finmodel, tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text("portfolio: {title: X}\n", "utf-8")
    answer = finmodel("portfolio", str(tmp_path))
    assert answer.code == 3
    assert "portfolio.yaml:1:1" in answer.err
