"""A plan travels to any worker, knows its chunks, and has a key that changes with whatever numbers rest on."""

import pickle

from finmodel.analysis.simulation.plan import CHUNK
from tests.uncertain_case import RISKS, UNCERTAIN, plan


def test_chunks_cover_all_scenarios_once() -> None:
    made = plan(scenarios=2 * CHUNK + 5)
    parts = [made.part(number) for number in range(made.chunks)]
    assert [(part.start, part.stop) for part in parts] == [
        (0, CHUNK), (CHUNK, 2 * CHUNK), (2 * CHUNK, 2 * CHUNK + 5),
    ]  # fmt: skip


def test_it_is_the_same_after_a_journey() -> None:
    made = plan(scenarios=10)
    assert pickle.loads(pickle.dumps(made)).key == made.key  # noqa: S301 - our own


def test_the_key_tells_whatever_changes_the_numbers() -> None:
    keys = [
        plan(scenarios=10).key,
        plan(scenarios=11).key,
        plan(scenarios=10, seed=2).key,
        plan(scenarios=10, method="random").key,
        plan(scenarios=10, resize=True).key,
        plan({**UNCERTAIN, "opex.staff.unit_cost": 51}, 10).key,
        plan({**UNCERTAIN, "uncertainty.hurdle": 0.1}, 10).key,
        plan({**UNCERTAIN, **RISKS}, 10).key,
    ]
    assert len({*keys}) == len(keys)
    assert plan(scenarios=10).key == keys[0]


def test_effects_on_one_figure_stand_in_the_order_in_which_they_are_named() -> None:
    made = plan({**UNCERTAIN, **RISKS}, 10)
    effects = {each.lever.path: [(e.driver, e.way, e.stated) for e in each.effects] for each in made.moved}
    assert effects["revenue.payment.amount"] == [("payment_level", "times", ()), ("low_payment", "times", (0.7,))]
    assert effects["opex.staff.overrun"] == [("dear_staff", "add", (0.4,))]
