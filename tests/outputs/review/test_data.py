"""What a verifier's tools read: plain numbers under lasting names, and no total to count twice."""

import csv
import io
import json

from finmodel.outputs.review.data import review_json, table_csv
from finmodel.outputs.review.document import Pack
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable
from tests.outputs.review.packs import ALLOCATION, green_results


def test_a_table_is_read_back_as_it_was() -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv(ALLOCATION))))
    assert len(rows) == 3
    assert (rows[0]["allocated"], rows[0]["issuer_share"], rows[0]["year"]) == ("1250", "0.3", "2027")
    assert sum(float(row["allocated"]) for row in rows) == 2450


def test_no_text_is_a_formula_to_a_spreadsheet() -> None:
    columns = (ReviewColumn("a", "A", holds_words=True), ReviewColumn("b", "B"))
    assert table_csv(ReviewTable("r", "R", columns, (ReviewRow(("=1+1", None)),))) == "a,b\n'=1+1,\n"


def test_findings_components_and_tables_are_one_json(faulty: Pack) -> None:
    told = json.loads(review_json(faulty, green_results()))
    assert told["case"] == "deal"
    assert [finding["code"] for finding in told["findings"]][:2] == ["over_allocation", "missing_baseline"]
    assert "KZT\N{NO-BREAK SPACE}250.0\N{NO-BREAK SPACE}million" in told["findings"][0]["remedy"]
    assert told["components"]["reporting"]["state"] == "missing"
    assert told["components"]["reporting"]["findings"] == [2, 4]
    assert told["columns"]["allocation"]["allocated"] == {"label": "Allocated", "unit": "money"}
    assert told["columns"]["impact"]["pro_rated"]["unit"] == "quantity"
    assert [row["allocated"] for row in told["tables"]["allocation"]] == [1250, 800, 400]
