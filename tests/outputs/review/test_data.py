"""What a verifier's tools read: plain numbers under lasting names, and no total to count twice."""

import csv
import io
import json

from finmodel.outputs.review.data import pack_json, register_csv
from finmodel.outputs.review.document import Column, Entry, Pack, Register
from tests.outputs.review.packs import ALLOCATION


def test_a_register_is_read_back_as_it_was() -> None:
    rows = list(csv.DictReader(io.StringIO(register_csv(ALLOCATION))))
    assert len(rows) == 3
    assert rows[0]["allocated"] == "1250"
    assert rows[0]["issuer_share"] == "0.3"
    assert rows[0]["year"] == "2027"
    assert sum(float(row["allocated"]) for row in rows) == 2450


def test_no_text_is_a_formula_to_a_spreadsheet() -> None:
    register = Register("r", "R", (Column("a", "A"), Column("b", "B")), (Entry(("=1+1", None)),))
    assert register_csv(register) == "a,b\n'=1+1,\n"


def test_findings_components_and_registers_are_one_json(packs: dict[str, Pack]) -> None:
    told = json.loads(pack_json(packs["faulty"], {"case": "district"}))
    assert told["case"] == "district"
    assert [finding["code"] for finding in told["findings"]][:2] == ["over_allocation", "missing_baseline"]
    assert told["components"]["reporting"]["state"] == "missing"
    assert told["components"]["reporting"]["findings"] == [2]
    assert told["columns"]["allocation"]["allocated"] == {"label": "Allocated", "unit": "money"}
    assert [row["allocated"] for row in told["allocation"]] == [1250, 800, 400]
