"""What a pool is made of: an instance for each member, one for what is common, one for each date and member."""

from tests.model.pooling.test_pool_date import DATED
from tests.model.small_case import small_model


def test_every_member_and_date_has_its_lines() -> None:
    lines = small_model(DATED).graph.lines
    instances = {name.partition(".")[0] for name in lines if name.startswith(("pool_", "soon", "end")) and "." in name}
    assert instances == {"pool_old", "pool_new", "pool_common", "soon", "soon_old", "soon_new", "end", "end_old",
                         "end_new"}  # fmt: skip


def test_a_case_without_pool_has_none_of_it() -> None:
    assert not [name for name in small_model().graph.lines if name.startswith(("pool", "phases"))]
