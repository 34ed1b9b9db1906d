"""Project and valuation."""

from pathlib import Path

from tests.inputs.good_case import load, said


def test_a_project_needs_a_title_and_is_counted_in_millions_of_tenge(tmp_path: Path) -> None:
    project = load(tmp_path).case.project
    assert (project.title, project.title.translated("ru")) == ("Street lighting", "Уличное освещение")
    assert (project.currency, project.money) == ("KZT", "million")
    assert said(tmp_path, overrides=["project={}"]) == [
        "--set:1:1: project.title: is missing; add title: Title of the project"
    ]


def test_discounting_counts_days_unless_it_is_told_to_count_periods(tmp_path: Path) -> None:
    assert load(tmp_path).case.valuation.convention == "dates"
    assert load(tmp_path, overrides=["valuation.convention=periods"]).case.valuation.convention == "periods"
