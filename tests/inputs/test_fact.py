"""A fact in words is unverified unless it says otherwise."""

from finmodel.inputs.fact import Fact


def test_a_fact_without_a_source_is_unverified() -> None:
    assert Fact("Courts", "AIFC Court").status == "unverified"
