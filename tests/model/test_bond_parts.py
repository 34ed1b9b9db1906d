"""The sections of each bond: with a label or without, each with its own months between coupons."""

import pytest

from tests.model.small_issuance import BOND, issued, small_issuance_model


def test_only_a_labelled_bond_brings_green_proceeds() -> None:
    graph = small_issuance_model({"bonds.plain": BOND | {"type": "bond"}}).graph
    assert [line.instance for line in graph.tagged(proceeds="green")] == ["first"]
    assert [line.instance for line in graph.tagged(bond="proceeds")] == ["first", "plain"]


def test_coupons_come_by_their_frequency() -> None:
    run = issued({"bonds.yearly": BOND | {"coupons_a_year": 1}})
    assert run.series("yearly.interest").tolist() == pytest.approx([0, 0, 120, 0, 120, 0, 120, 0])
