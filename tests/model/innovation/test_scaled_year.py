"""Scaled year: outlay and benefit of each year after the gate, brought back to the gate."""

import pytest

from tests.model.innovation.innovation_case import innovation


def test_each_year_is_brought_back_to_the_gate() -> None:
    found = innovation()
    assert found.value("mobility_company_year_1.outlay") == pytest.approx(545.4545, abs=1e-4)
    assert found.value("mobility_company_year_2.benefit") == pytest.approx(413.2231, abs=1e-4)
    assert found.value("mobility_city_year_3.outlay") == pytest.approx(50 / 1.331)


def test_success_and_failure_cost_the_same_and_only_success_brings_benefits() -> None:
    found = innovation()
    assert found.value("mobility_company.value_if_succeeds") == pytest.approx(243.4260, abs=1e-4)
    assert found.value("mobility_city.value_if_succeeds") == pytest.approx(506.7618, abs=1e-4)
    assert found.value("mobility_company.value_if_fails") == pytest.approx(-545.4545, abs=1e-4)
    assert found.value("mobility_city.value_if_fails") == pytest.approx(-124.3426, abs=1e-4)


def test_a_failure_may_bring_a_part_and_benefits_may_be_more_or_less() -> None:
    assert innovation(benefit_failed=0.5).value("mobility_company.value_if_fails") == pytest.approx(
        -545.4545 + 788.8805 / 2, abs=1e-4
    )
    assert innovation(benefit_factor=0.5).value("mobility_company.value_if_succeeds") == pytest.approx(
        -545.4545 + 788.8805 / 2, abs=1e-4
    )
