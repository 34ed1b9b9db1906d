"""Tables on a screen: columns as wide as what stands in them, words to the left, numbers to the right."""

from finmodel.outputs.language import translator
from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.units import Unit
from tests.outputs.support_case import supported


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    rows = (
        Row("Debt", Unit.MONEY, (1234.5, "yes")),
        Row("Shares", Unit.SHARE, (), "heading"),
        Row("Equity", Unit.SHARE, (0.3, "maybe")),
    )
    table = Table("key", "Caption", ("Number", "Word"), rows)
    assert list(table_lines(View(supported(), translator("en")), table)) == [
        "Caption",
        "            Number  Word",
        "   Debt    1,234.5  yes",
        "  Shares",
        "   Equity    30.0%  maybe",
    ]
