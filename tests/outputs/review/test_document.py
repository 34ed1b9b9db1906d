"""A pack knows its tables, which of its sections need a page on its side, and where each finding stands."""

from finmodel.outputs.review.document import Pack, marked_column


def test_a_pack_knows_all_its_tables(faulty: Pack) -> None:
    found = [table.key for table in faulty.registers]
    assert found == ["allocation", "impact", "screening", "unverified", "sources"]


def test_a_section_with_a_table_of_many_columns_lies_on_its_side(faulty: Pack) -> None:
    assert [part.key for part in faulty.parts if part.is_wide] == ["part-allocation"]


def test_a_finding_has_an_address_by_its_number(faulty: Pack) -> None:
    assert [finding.address for finding in faulty.findings][:2] == ["finding-1", "finding-2"]


def test_one_column_of_a_table_carries_its_marks(faulty: Pack) -> None:
    marked = {table.key: marked_column(table) for table in faulty.registers}
    assert marked == {
        "allocation": "",
        "impact": "",
        "screening": "verdict",
        "unverified": "status",
        "sources": "status",
    }
