"""Tables on taxonomies: a verdict with its reason for each code, and each criterion with its evidence."""

from finmodel.analysis.review.screening_tables import MARKS, screening_tables
from finmodel.review import VERDICTS, ReviewTable, Sentence
from tests.analysis.review.cases import material


def table(key: str, **changes: object) -> ReviewTable:
    return next(one for one in screening_tables(material(changes)) if one.key == key)


def test_each_code_has_a_verdict_with_its_mark() -> None:
    found = table(
        "screening", **{"green.projects.solar.taxonomy": {"kz": "1.2"}, "taxonomy.bus_type_approval.value": 90}
    )
    assert [(record["project"], record["result"]) for record in found.records] == [
        ("Solar plant", "Needs evidence"), ("Electric buses", "Not eligible"), ("Water network", "Eligible"),
    ]  # fmt: skip
    assert [row.mark for row in found.rows] == ["open", "bad", "good"]
    first = next(iter(found.records))
    assert (first["taxonomy"], first["code"], first["activity"]) == ("KZ", "1.2", "Solar power")
    assert str(first["version"]).startswith("Decree 996")


def test_each_criterion_tells_threshold_and_evidence() -> None:
    row = next(record for record in table("criteria").records if record["code"] == "AUTHORITY A.2")
    assert [row[key] for key in ("indicator", "operator", "threshold", "unit", "stated", "document", "status")] == [
        "Tailpipe CO2", "at most", 0, "g CO2/km", 0, "Type approval of 2026", "seen",
    ]  # fmt: skip
    assert isinstance(row["reason"], Sentence)


def test_a_code_that_is_not_known_has_a_verdict_and_no_criteria() -> None:
    changes = {"green.projects.solar.taxonomy": {"mars": "1"}}
    assert next(iter(table("screening", **changes).records))["activity"] == ""
    assert "MARS 1" not in [record["code"] for record in table("criteria", **changes).records]


def test_every_verdict_has_a_mark() -> None:
    assert MARKS.keys() == VERDICTS.keys()
