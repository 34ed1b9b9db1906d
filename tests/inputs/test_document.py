"""Documents: data with places, and copies with something changed."""

from finmodel.inputs.document import Document, Place, dotted, held

LIGHTS = Document(
    "case.yaml",
    {"capex": {"lights": {"spend": [1, 2]}}},
    keys={("capex",): Place("case.yaml", 1, 1), ("capex", "lights"): Place("case.yaml", 2, 3)},
    values={("capex",): Place("case.yaml", 2, 3), ("capex", "lights"): Place("case.yaml", 2, 11)},
)


def test_data_are_found_by_path() -> None:
    assert LIGHTS.get(("capex", "lights", "spend", 1)) == 2
    assert LIGHTS.get(("capex", "lights", "spend", 2)) is None
    assert LIGHTS.get(("capex", "poles", "spend")) is None
    assert held("text", 0) is None


def test_a_problem_stands_at_its_value_or_at_its_key() -> None:
    at_value = LIGHTS.problem(("capex", "lights"), "is wrong", "change it")
    at_key = LIGHTS.problem(("capex", "lights"), "is wrong", "change it", at_key=True)
    assert str(at_value) == "case.yaml:2:11: capex.lights: is wrong; change it"
    assert str(at_key) == "case.yaml:2:3: capex.lights: is wrong; change it"


def test_a_problem_with_what_is_not_there_stands_at_the_heading_above() -> None:
    assert str(LIGHTS.problem(("capex", "lights", "price"), "is missing", "add it")).startswith("case.yaml:2:3: ")
    assert str(LIGHTS.problem(("opex",), "is missing", "add it")) == "case.yaml:1:1: opex: is missing; add it"


def test_a_changed_document_stands_where_the_change_is_written_and_leaves_the_first_alone() -> None:
    changed = LIGHTS.changed(("capex", "lights", "spend"), [3], Place("--set", 1, 1))
    assert changed.get(("capex", "lights", "spend")) == [3]
    assert LIGHTS.get(("capex", "lights", "spend")) == [1, 2]
    problem = changed.problem(("capex", "lights", "spend", 0), "is wrong", "change it")
    assert str(problem) == "--set:1:1: capex.lights.spend[1]: is wrong; change it"


def test_a_change_can_go_by_another_name() -> None:
    place = Place("case.yaml", 9, 5, "scenarios.dear.set.capex.lights.spend")
    changed = LIGHTS.changed(("capex", "lights", "spend"), {}, place)
    problem = changed.problem(("capex", "lights", "spend", "value"), "is wrong", "change it")
    assert str(problem).startswith("case.yaml:9:5: scenarios.dear.set.capex.lights.spend.value: ")


def test_changes_reach_list_items_and_make_the_headings_they_need() -> None:
    place = Place("--set", 1, 1)
    assert LIGHTS.changed(("capex", "lights", "spend", 0), 9, place).get(("capex", "lights", "spend")) == [9, 2]
    assert LIGHTS.changed(("tax", "rate"), 0.2, place).get(("tax", "rate")) == 0.2


def test_keys_can_be_taken_out_and_renamed_in_a_copy() -> None:
    assert LIGHTS.without(("capex", "lights")).data == {"capex": {}}
    assert LIGHTS.without(("capex", "poles")) is LIGHTS
    assert LIGHTS.renamed(("capex", "lights"), "poles").data == {"capex": {"poles": {"spend": [1, 2]}}}


def test_positions_in_paths_are_counted_from_one_and_what_cannot_be_seen_is_marked() -> None:
    assert dotted(("amount", "by_period", 2)) == "amount.by_period[3]"
    assert dotted(("a\x07b",)) == "a\ufffdb"
    assert len(dotted(("x" * 500,))) == 60
