"""Records of what stands on the sample pool: they hold together, and follow from its flows."""

from collections.abc import Mapping

import numpy as np
import pytest

from finmodel.pooled import PooledLine
from tests.pools import cities


def added(lines: Mapping[str, PooledLine], *names: str) -> float:
    return sum(value or 0.0 for name in names for value in lines[name].values)


def test_tranches_and_what_is_left_over_are_the_pool_s_payments() -> None:
    pool = cities()
    paid = sum(added(tranche.lines, "interest", "principal") for tranche in pool.tranches)
    reserve = 0.03 * sum(tranche.size for tranche in pool.tranches)
    assert paid + added(pool.tranche_lines, "fee", "residual") == pytest.approx(
        added(pool.tranche_lines, "collected") + reserve
    )


def test_tranches_follow_each_other_from_the_last_to_the_first() -> None:
    senior, mezzanine, first_loss = cities().tranches
    assert first_loss.attachment == 0
    assert senior.detachment == pytest.approx(1)
    assert senior.attachment == pytest.approx(mezzanine.detachment)
    assert mezzanine.attachment == pytest.approx(first_loss.detachment)


def test_a_tranche_that_is_paid_in_full_earns_its_coupon() -> None:
    for tranche in cities().tranches[:-1]:
        assert tranche.loss == pytest.approx(0, abs=1e-12)
        assert tranche.internal_rate == pytest.approx(tranche.coupon)
        assert tranche.coverage is not None
        assert tranche.coverage > 1


def test_the_bond_s_coverage_is_cash_over_what_is_due() -> None:
    bond = cities().bond
    assert bond is not None
    rows = [bond.lines[name].values for name in ("cash", "due", "coverage")]
    known = np.array([row for row in zip(*rows, strict=True) if None not in row], float)
    assert known[:, 0] / known[:, 1] == pytest.approx(known[:, 2])
    assert bond.coverage_lowest == pytest.approx(known[:, 2].min())
    assert bond.coverage_average == pytest.approx(known[:, 2].mean())
    assert len(known) == 8


def test_the_trust_pays_out_what_it_receives_less_expenses() -> None:
    trust = cities().trust
    assert trust is not None
    rows = {name: np.array([value or 0.0 for value in line.values]) for name, line in trust.lines.items()}
    received, asked = rows["received"] - rows["expenses"], rows["distributable"] - rows["paid"]
    assert rows["paid"].sum() <= received.sum()
    assert (asked >= -1e-9).all()
    assert rows["paid"][4:-1] == pytest.approx(0.9 * received[4:-1])
    assert rows["kept"][-1] == 0
    assert trust.leverage_highest is not None
    assert trust.leverage_highest < trust.limit
    assert trust.years_above == ()
