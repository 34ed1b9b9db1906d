"""A rule: its words stand in each of its findings, with the place and what is told of it."""

from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Rule
from finmodel.review import Told
from tests.analysis.review.cases import material


def test_a_rule_makes_a_finding_of_each_place() -> None:
    rule: Rule[Material] = Rule("odd", "note", "framework", "Odd", "%(name)s is odd.", "Mend it.", lambda m: [
        (f"green.projects.{name}", {"name": Told(m.label(name))}) for name, _ in m.projects()
    ])  # fmt: skip
    found = [*rule.findings(material())]
    assert [finding.where for finding in found] == [f"green.projects.{n}" for n in ("solar", "buses", "water")]
    assert {(one.code, one.severity, one.component, one.title, one.remedy) for one in found} == {
        ("odd", "note", "framework", "Odd", "Mend it.")
    }
    assert found[0].what % {"name": found[0].told["name"].value} == "Solar plant is odd."
