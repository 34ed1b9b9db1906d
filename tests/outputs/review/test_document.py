"""A pack's registers give their rows by name, and totals only to readers."""

from finmodel.outputs.review.document import Pack
from tests.outputs.review.packs import ALLOCATION, FINDINGS


def test_records_go_by_the_names_of_columns_and_leave_totals_out() -> None:
    records = list(ALLOCATION.records)
    assert [record["project"] for record in records] == ["Solar roofs of the Gate District", "E-buses", "E-buses"]
    assert sum(float(record["allocated"] or 0) for record in records) == 2450.0


def test_a_pack_knows_all_its_registers(packs: dict[str, Pack]) -> None:
    assert [register.key for register in packs["faulty"].registers] == ["allocation", "screening"]


def test_a_finding_has_an_address_by_its_number() -> None:
    assert [finding.address for finding in FINDINGS][:2] == ["finding-1", "finding-2"]
