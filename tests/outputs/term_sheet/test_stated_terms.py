"""Stated terms: a block tells its own figures and words, and like things below it stand in a table."""

from finmodel.outputs.table import Layout, Table
from finmodel.outputs.term_sheet.stated_terms import Group, Item, Told, entries_under, groups_of, item_tables, own_terms
from finmodel.outputs.term_sheet.view import View


def cells(table: Table) -> dict[str, tuple[object, ...]]:
    return {row.label: row.cells for row in table.rows}


def group(view: View, name: str, key: str, heading: str = "revenue") -> Table:
    (found,) = (group for group in groups_of(view, heading, name) if group.key == key)
    (table,) = item_tables(view, found)
    return table


def test_entries_stand_in_the_order_of_the_case(paid: View) -> None:
    assert entries_under(paid, "revenue") == ("signals", "lights", "tram", "road")
    assert entries_under(paid, "revenue_shares") == ("city",)
    assert entries_under(paid, "hedges") == ()


def test_a_stream_tells_its_words_and_its_figures_with_their_status(paid: View) -> None:
    (table,) = own_terms(paid, "revenue", "tram")
    found = cells(table)
    assert table.caption == "Tram"
    assert found["Who pays"] == ("Passengers", "")
    assert found["Type"] == ("Payment for use", "")
    price = "KZT 20 million per unit".replace(" ", "\N{NO-BREAK SPACE}")
    assert found["Price of a unit, before indexation"] == (price, "assumption")


def test_what_the_case_does_not_state_is_left_to_the_annex(paid: View) -> None:
    (table,) = own_terms(paid, "revenue", "tram")
    assert "Used without payment, share of use" not in cells(table)
    assert len(table.rows) == 6


def test_a_figure_in_a_block_inside_is_named_with_that_block(paid: View) -> None:
    (table,) = own_terms(paid, "revenue", "signals")
    assert "Verification: Cost a year" in cells(table)
    assert "Weight of the index – Consumer prices" in cells(table)


def test_bands_stand_in_rows_with_the_defaults_that_others_state(paid: View) -> None:
    table = group(paid, "road", "bands")
    assert table.columns[0] == "From, in units a year"
    assert cells(table)["First"][:2] == ("0", "50")
    assert cells(table)["Second band"][:2] == ("50", "80")
    assert group(paid, "mrg", "floors", "revenue_guarantees").caption == "Minimum revenue guarantee: Floors"


def test_things_that_say_much_stand_side_by_side(paid: View) -> None:
    table = group(paid, "signals", "outcomes")
    assert table.layout is Layout.SIDES
    assert table.columns == ("Time saved", "Accidents", "Requests")
    assert cells(table)["Status"] == ("assumption, unverified", "seen, assumption", "assumption")


def test_tiers_of_an_outcome_are_told_under_its_name(paid: View) -> None:
    table = group(paid, "signals", "tiers")
    assert table.caption == "Requests: Tiers"
    assert cells(table)["Good"][0] == "20"


def test_a_case_that_states_no_words_still_tells_its_figures(view: View) -> None:
    (table,) = own_terms(view, "revenue", entries_under(view, "revenue")[0])
    assert any(row.label == "Payment a year" for row in table.rows)


def test_a_block_of_many_things_leaves_out_what_only_the_things_of_other_blocks_state(view: View) -> None:
    common = tuple(Told(f"Term {n}", "said") for n in range(4))
    items = tuple(Item(f"thing_{n}", (*common, Told("Rate" if n < 3 else "Reward", str(n)))) for n in range(6))
    first, second = item_tables(view, Group("things", "parent", items))
    assert cells(first)["Rate"] == ("0", "1", "2")
    assert cells(second)["Reward"] == ("3", "4", "5")
    assert "Reward" not in cells(first)
    assert "Rate" not in cells(second)
