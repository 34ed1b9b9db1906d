"""The package: valid JSON, the same each time, with what the standard requires and nothing that is unknown."""

import json
from collections.abc import Iterator
from typing import Any

from finmodel.outputs.ocds.package import ocds_document, ocds_json
from tests.outputs.ocds.deal import deal


def release() -> dict[str, Any]:
    (found,) = ocds_document(deal().results)["releases"]
    return dict(found)


def nodes(value: Any) -> Iterator[Any]:
    yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inside)


def test_the_export_is_json_and_the_same_each_time() -> None:
    text = ocds_json(deal().results)
    assert json.loads(text) == ocds_document(deal().results)
    assert text == ocds_json(deal().results)


def test_a_release_has_what_the_standard_requires() -> None:
    for key in ("ocid", "id", "date", "tag", "initiationType"):
        assert release()[key]
    assert (release()["tag"], release()["initiationType"]) == (["contract"], "ppp")
    assert release()["ocid"] == "unregistered-east_bank"


def test_nothing_unknown_is_written() -> None:
    assert all(node not in (None, "", [], {}) for node in nodes(ocds_document(deal().results)))


def test_ids_are_unique_in_every_list() -> None:
    for node in nodes(release()):
        if isinstance(node, list) and node and isinstance(node[0], dict) and "id" in node[0]:
            assert len({each["id"] for each in node}) == len(node)


def test_every_organisation_that_is_referred_to_is_listed_with_its_roles() -> None:
    listed = {party["id"]: party["roles"] for party in release()["parties"]}
    named = {entry["financingParty"]["id"] for entry in release()["contracts"][0]["finance"]}
    assert named <= set(listed)
    assert listed["company"] == ["privateParty"]
    (company,) = (party for party in release()["parties"] if party["id"] == "company")
    assert [held["shareholding"] for held in company["shareholders"]] == [0.8, 0.2]
    assert listed["city"] == ["publicAuthority", "equityInvestor", "funder"]
    assert listed["senior_lender"] == ["lender"]
    assert release()["publicAuthority"] == {"id": "city", "name": "Akimat of Alatau City"}


def test_the_contract_runs_from_close_to_the_end_of_operation_and_has_its_milestones() -> None:
    (contract,) = release()["contracts"]
    assert contract["period"] == {"startDate": "2027-07-01T00:00:00Z", "endDate": "2038-06-30T23:59:59Z"}
    due = {milestone["code"]: milestone["dueDate"][:10] for milestone in contract["milestones"]}
    assert due == {"financialClose": "2027-07-01", "commencement": "2027-07-01", "completion": "2028-06-30"}
    assert contract["awardID"] == release()["awards"][0]["id"]


def test_planning_names_the_project_with_its_value() -> None:
    project = release()["planning"]["project"]
    assert (project["title"], project["sector"]) == ("Water for the east bank", {"description": "Water supply"})
    assert project["totalValue"]["currency"] == "KZT"
