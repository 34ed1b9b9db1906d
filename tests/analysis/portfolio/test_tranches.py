"""Tranches: the waterfall by hand, losses in closed form, and that nothing is made or lost on the way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finmodel.analysis.portfolio.tranches import TrancheTerms, attachments, shared_out

THREE = ("senior", "mezzanine", "first_loss")


def test_three_years_by_hand() -> None:
    """60 at 10 % and 40 at 20 %; cash 30, 40, 62: interest first, then principal to the first, then to the second."""
    flows = shared_out(np.array([[30.0], [40.0], [62.0]]), TrancheTerms(("a", "b"), (60.0, 40.0), (0.10, 0.20)))
    assert flows.interest[:, :, 0].tolist() == [[6.0, pytest.approx(4.4), pytest.approx(1.64)], [8.0, 8.0, 8.0]]
    assert flows.principal[0, :, 0] == pytest.approx([16.0, 27.6, 16.4])
    assert flows.principal[1, :, 0] == pytest.approx([0.0, 0.0, 62 - 1.64 - 8 - 16.4])
    assert flows.owed[:, -1, 0] == pytest.approx([0.0, 40 - 35.96])


def test_interest_that_is_not_paid_is_owed_on_and_bears_the_coupon() -> None:
    flows = shared_out(np.array([[4.0], [0.0]]), TrancheTerms(("a", "b"), (50.0, 50.0), (0.10, 0.10)))
    assert flows.interest[:, 0, 0].tolist() == [4.0, 0.0]
    assert flows.owed[:, 0, 0].tolist() == [51.0, 55.0]
    assert flows.owed[:, 1, 0] == pytest.approx([56.1, 60.5])
    assert flows.loss()[:, 0] == pytest.approx([56.1 / 1.21 / 50, 1.0])


def test_a_loss_is_what_the_payments_are_worth_less_than_the_size_at_the_coupon() -> None:
    rng = np.random.default_rng(3)
    cash = rng.uniform(0, 30, (6, 40))
    flows = shared_out(cash, TrancheTerms(THREE, (60.0, 25.0, 15.0), (0.08, 0.12, 0.0)))
    factors = np.stack([1.08 ** -np.arange(1.0, 7), 1.12 ** -np.arange(1.0, 7), np.ones(6)])
    worth = ((flows.interest + flows.principal) * factors[:, :, np.newaxis]).sum(axis=1)
    assert flows.loss() == pytest.approx(1 - worth / np.array([[60.0], [25.0], [15.0]]))


def test_a_pool_of_two_states_loses_what_lies_between_attachment_and_detachment() -> None:
    """With probability p the pool pays 80 of 100, else all: E = p × min(max(20 − attachment, 0), size) ÷ size."""
    chance = 0.3
    cash = np.full((1, 1000), 100.0)
    cash[0, : round(1000 * chance)] = 80.0
    flows = shared_out(cash, TrancheTerms(THREE, (70.0, 20.0, 10.0), (0.0, 0.0, 0.0)))
    expected = [chance * min(max(20 - 100 * low, 0), 100 * (high - low)) / (100 * (high - low)) for low, high in
                attachments((70.0, 20.0, 10.0))]  # fmt: skip
    assert expected == pytest.approx([0.0, 0.15, 0.3])
    assert flows.loss().mean(axis=1) == pytest.approx(expected)
    assert (flows.loss() > 0).mean(axis=1) == pytest.approx([0.0, chance, chance])


def test_attachment_counts_from_the_last_tranche() -> None:
    found = np.array(attachments((70.0, 20.0, 10.0)))
    assert found == pytest.approx(np.array([[0.3, 1.0], [0.1, 0.3], [0.0, 0.1]]))


def test_pro_rata_pays_by_what_is_owed_until_interest_is_missed() -> None:
    terms = TrancheTerms(("a", "b"), (60.0, 40.0), (0.1, 0.1), sequential=False)
    flows = shared_out(np.array([[20.0, 20.0], [19.0, 3.0], [30.0, 30.0], [999.0, 999.0]]), terms)
    assert flows.principal[:, 0, 0] == pytest.approx([6.0, 4.0])
    assert flows.principal[:, 1, 0] == pytest.approx([6.0, 4.0])
    missed = flows.principal[:, 2, 1]
    assert missed[0] > 0
    assert missed[1] == 0


def test_the_reserve_pays_interest_of_all_but_the_last_and_is_released_at_the_end() -> None:
    terms = TrancheTerms(("a", "b"), (60.0, 40.0), (0.1, 0.1), reserve=5.0)
    flows = shared_out(np.array([[2.0], [30.0], [200.0]]), terms)
    assert flows.interest[:, 0, 0].tolist() == [6.0, 0.0]
    assert flows.reserve[:, 0] == pytest.approx([1.0, 5.0, 0.0])
    assert flows.owed[:, -1, 0].tolist() == [0.0, 0.0]
    paid = flows.interest.sum() + flows.principal.sum() + flows.residual.sum()
    assert paid == pytest.approx(232.0 + 5.0)


def test_the_fee_is_paid_before_interest_and_interest_coverage_counts_what_is_left() -> None:
    flows = shared_out(np.array([[20.0], [0.0]]), TrancheTerms(("a", "b"), (60.0, 40.0), (0.1, 0.1), fee_rate=0.01))
    assert flows.fee[0, 0] == 1.0
    assert flows.interest_coverage()[:, 0, 0] == pytest.approx([19 / 6, 19 / 10])
    assert flows.interest_coverage()[0, 1, 0] == 0.0


@given(
    st.lists(st.lists(st.floats(0, 60), min_size=4, max_size=4), min_size=1, max_size=7),
    st.booleans(),
    st.floats(0, 0.2),
    st.floats(0, 0.05),
)
def test_whatever_happens_what_is_paid_is_what_is_collected(
    rows: list[list[float]], sequential: bool, reserve: float, fee: float
) -> None:
    terms = TrancheTerms(THREE, (70.0, 20.0, 10.0), (0.1, 0.15, 0.0), sequential, fee, reserve * 100)
    cash = np.array(rows)
    flows = shared_out(cash, terms)
    before = np.concatenate([np.full((1, 4), terms.reserve), flows.reserve[:-1]])
    paid = flows.fee + flows.interest.sum(axis=0) + flows.principal.sum(axis=0) + flows.residual
    assert np.abs(paid + flows.reserve - before - cash).max() < 1e-9
    assert min(part.min() for part in (flows.interest, flows.principal, flows.owed, flows.residual, flows.reserve)) >= 0
    if sequential:
        assert ((flows.owed[0] <= 1e-9) | (flows.principal[1] <= 1e-9)).all()


def test_a_scenario_is_the_same_alone_and_beside_others() -> None:
    cash = np.random.default_rng(1).uniform(0, 30, (8, 64))
    terms = TrancheTerms(THREE, (70.0, 20.0, 10.0), (0.1, 0.15, 0.0), fee_rate=0.01, reserve=3.0)
    whole, part = shared_out(cash, terms), shared_out(cash[:, 40:41], terms)
    assert whole.owed[:, :, 40:41].tobytes() == part.owed.tobytes()
