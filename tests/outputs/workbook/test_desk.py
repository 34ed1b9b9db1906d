"""The desk: units with the currency, labels with their instance, all in the language asked for."""

from typing import cast

from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.inputs_plan import InputHeading
from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.styles import Styles
from finmodel.units import Unit


def desk(plan: Plan) -> Desk:
    words = {"money": "деньги", "money a year": "деньги в год", "Received": "Получено"}
    return Desk(None, plan, {}, Styles(None), lambda text: words.get(text, text), lambda value: value, frozenset())


def test_money_is_named_by_its_currency(plan: Plan) -> None:
    assert desk(plan).unit(Unit.MONEY) == "KZT million"
    assert desk(plan).unit(Unit.MONEY_PER_YEAR) == "KZT million в год"
    assert desk(plan).unit(Unit.RATIO) == "x"


def test_a_label_has_its_instance_before_it(plan: Plan) -> None:
    assert desk(plan).label(plan.lines["road.received"]) == "Toll road: Получено"
    assert desk(plan).label(plan.lines["closing"]) == "Closing"


def test_a_heading_names_the_group_and_the_instance(plan: Plan) -> None:
    assert desk(plan).heading(InputHeading("Revenue", "Toll road")) == "Revenue: Toll road"
    assert desk(plan).heading(InputHeading("Timing")) == "Timing"


def test_an_address_on_another_sheet_is_quoted(plan: Plan) -> None:
    assert desk(plan).address("Senior loan", "$E$7") == "'Senior loan'!$E$7"


def test_a_line_that_does_not_exist_has_no_place(plan: Plan) -> None:
    assert desk(plan).place("no_such_line") is None
    assert cast(object, desk(plan).place("closing")) == plan.places["closing"]
