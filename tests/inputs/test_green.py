"""The heading green: what the manual prints can be read; what is written twice, or about nothing, is told."""

from pathlib import Path
from typing import Any

from finmodel.inputs.flatten import flatten
from tests.inputs.good_case import load
from tests.inputs.green_heading import printed, problems, with_green


def test_the_example_of_the_manual_can_be_read_and_its_figures_have_names(tmp_path: Path) -> None:
    case = load(tmp_path, with_green({})).case
    assert case.green is not None
    assert (case.green.instruments, case.green.pairs) == (("senior",), (("senior", "solar"),))
    found = flatten(case, case.grid()).table
    assert found["solar.eligible_share"].value == 0.9
    assert found["solar_electricity_generated.with_project"].value == 19100
    assert found["solar_2027.amount"].value == 3000
    assert found["management_look_back_months"].value == 36
    assert found["reporting_exchange_rate"].value == 520


def test_a_case_says_nothing_of_green_by_itself(tmp_path: Path) -> None:
    assert load(tmp_path).case.green is None


def test_there_is_a_project_to_allocate_to(tmp_path: Path) -> None:
    nothing: dict[str, Any] = {"projects": {}, "allocations": {}, "results": {}, "claims": {}}
    assert problems(tmp_path, nothing) == ["green.projects: is empty; add at least one eligible project"]


def test_one_instrument_project_and_year_is_written_once(tmp_path: Path) -> None:
    twice = printed()["allocations"]["solar_2028"] | {"amount": 5}
    (message,) = problems(tmp_path, {"allocations.more_2028": twice})
    expected = "green.allocations.more_2028: is of the same instrument, project and year as solar_2028; write one"
    assert message.startswith(expected)
