"""The examples of the page on outcomes are cases that run."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from finmodel.inputs.case import Case
from tests.model.innovation.innovation_case import PILOT
from tests.model.small_case import sized, small
from tests.modelled import case_of

PAGE = (Path(__file__).parents[1] / "docs/outcomes.md").read_text(encoding="utf-8")
BLOCKS: list[dict[str, Any]] = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
EXAMPLES = [block for block in BLOCKS if "revenue" in block]


def deal(example: dict[str, Any]) -> dict[str, Any]:
    return {"indices": {"cpi": {"rate": 0.08}}, **{f"revenue.{name}": it for name, it in example["revenue"].items()}}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(next(iter(example["revenue"]))))
def test_each_example_runs_and_holds(example: dict[str, Any]) -> None:
    case = case_of(small(deal(example)))
    assert isinstance(case, Case)
    assert sized(deal(example)).value("master_check") == 1


def test_the_lines_that_the_page_names_are_there() -> None:
    lines = sized(deal(EXAMPLES[0])).lines
    named = re.findall(r"`(signals[a-z_]*\.[a-z_]+)`", PAGE)
    assert len(named) >= 5
    assert set(named) <= set(lines)


def test_the_lines_of_an_impact_bond_are_there() -> None:
    example = next(block for block in EXAMPLES if "prevention" in block["revenue"])
    found = sized(deal(example))
    named = re.findall(r"`(prevention[a-z_]*\.[a-z_]+)`", PAGE)
    assert len(named) >= 5
    assert set(named) <= set(found.lines)
    assert found.series("prevention.payer_saving")[2] == pytest.approx(150 * 1.08**2)


def test_the_example_of_an_innovation_runs_with_the_lines_that_the_page_names() -> None:
    (terms,) = [block["innovation_procurement"]["mobility"] for block in BLOCKS if "innovation_procurement" in block]
    lines = sized({**PILOT, "innovation_procurement.mobility": terms}).lines
    named = re.findall(r"`(mobility[a-z_0-9]*\.[a-z_]+)`", PAGE)
    assert len(named) >= 6
    assert set(named) <= set(lines)


def test_indicators_of_cityscore_are_outcomes_that_pay_what_the_page_says() -> None:
    """Hours of delay: 24 fewer in 2028, 60 from 2029; requests reach their target; 15 points of payments: 10 + 10."""
    example = next(block for block in EXAMPLES if "city_services" in block["revenue"])
    found = sized(deal(example))
    assert found.series("city_services_data_delay.attributed")[1:4] == pytest.approx([24, 60, 60])
    assert found.series("city_services_data_delay.payment")[2] == pytest.approx(30)
    assert found.series("city_services_requests_109.payment")[2] == pytest.approx(20)
    assert found.series("city_services_digital_payments.payment")[2] == pytest.approx(20)
    assert found.series("city_services.revenue")[2] == pytest.approx(70)
