"""An issuance put together: every part that it asks for, and no other."""

from tests.model.small_issuance import BOND, small_issuance_model


def test_every_bond_is_an_instance_under_its_own_name() -> None:
    lines = small_issuance_model({"bonds.second": BOND}).graph.lines
    assert {"first.interest", "second.interest"} <= lines.keys()


def test_cover_is_computed_where_the_issuer_is_stated_and_limits_where_they_are() -> None:
    assert "issuer_cover" not in small_issuance_model().graph.lines
    lines = small_issuance_model({"issuer": {"revenue": 10.0, "lowest_cover": 1.2}}).graph.lines
    assert "issuer_cover" in lines
    assert "cover_limit_check" in lines
    assert "debt_limit_check" not in lines


def test_nothing_of_a_project_is_in_it() -> None:
    assert not {"cfads", "construction_flag", "total_uses"} & small_issuance_model().graph.lines.keys()
