"""Which sections a stream is made of, by its type."""

from typing import get_args

from finmodel.inputs.revenue import Stream
from finmodel.model.revenue_parts import STREAMS
from tests.model.small_case import small_model


def test_every_type_of_stream_that_a_case_may_name_has_its_section() -> None:
    declared = {
        value for block in get_args(get_args(Stream)[0]) for value in get_args(block.model_fields["type"].annotation)
    }
    assert declared == set(STREAMS)


def test_each_area_and_indicator_is_an_instance_of_its_stream() -> None:
    model = small_model(
        {
            "revenue.payment.areas": {"lamps": {"weight": 0.5}},
            "revenue.payment.kpis": {"repair": {"point_price": 0.01}},
        }
    )
    names = [line.name for line in model.graph.tagged(deduction="payment")]
    assert names == ["payment_lamps.unavailability", "payment_repair.performance"]


def test_the_payer_of_a_stream_is_the_party_that_the_case_names() -> None:
    model = small_model({"revenue.payment.payer": "users"})
    assert [line.name for line in model.graph.tagged(payer="users")] == ["payment.received"]
