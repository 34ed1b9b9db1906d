"""The JSON Schema for editors: it says what the loader says."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from finmodel.inputs.case import Case
from finmodel.inputs.declarations import declarations
from finmodel.inputs.schema import schema, schema_text
from tests.inputs.small_case import SMALL, Lamp, Limits, Pole, SmallCase, document

SMALL_SCHEMA = schema(SmallCase)
DEFINITIONS = SMALL_SCHEMA["$defs"]


def references(node: Any) -> set[str]:
    """Every definition that a schema refers to."""
    if isinstance(node, dict):
        own = {node["$ref"].removeprefix("#/$defs/")} if "$ref" in node else set()
        return own.union(*map(references, node.values()))
    return set().union(*map(references, node)) if isinstance(node, list) else set()


def test_the_schema_of_a_case_is_json_and_the_same_every_time() -> None:
    assert json.loads(schema_text()) == schema(Case)
    assert schema_text() == schema_text()
    assert schema_text().endswith("}\n")


def test_every_reference_is_defined_and_every_definition_is_used() -> None:
    for found in (schema(Case), SMALL_SCHEMA):
        assert references(found) == set(found["$defs"])


@pytest.mark.parametrize("model", [Lamp, Pole, Limits], ids=lambda model: model.__name__)
def test_a_block_has_its_keys_and_no_others(model: type[Lamp | Pole | Limits]) -> None:
    found = DEFINITIONS[model.__name__]
    assert list(found["properties"]) == list(declarations(model))
    assert found["additionalProperties"] is False


def test_required_keys_are_those_without_which_a_case_is_refused() -> None:
    for key in ("name", "limits", "items", "scenarios"):
        data = {name: value for name, value in document().data.items() if name != key}
        if key in SMALL_SCHEMA["required"]:
            with pytest.raises(ValidationError):
                SmallCase.model_validate(data)
        else:
            SmallCase.model_validate(data)
    assert "limits" in SMALL
    assert SMALL_SCHEMA["required"] == ["name", "items"]


def test_a_figure_is_a_number_or_a_mapping_with_its_source() -> None:
    height = DEFINITIONS["Pole"]["properties"]["height"]
    number, mapping = height["anyOf"]
    assert number == {"type": "number", "maximum": 30}
    assert list(mapping["properties"]) == ["value", "source", "as_of", "status", "note"]
    assert height["title"] == "Height (factor)"


def test_a_figure_over_time_is_also_a_list_or_a_table_by_year() -> None:
    number, several, mapping = DEFINITIONS["Lamp"]["properties"]["price"]["anyOf"]
    assert several == {"type": "array", "items": number, "minItems": 1}
    assert {"value", "by_year", "by_period"} < set(mapping["properties"])


def test_a_share_may_be_written_in_percent_and_a_day_as_a_date() -> None:
    share = DEFINITIONS["Area"]["properties"]["weight"]["anyOf"][0]
    assert share["anyOf"][0] == {"type": "number", "minimum": 0, "maximum": 1.0}
    assert share["anyOf"][1]["type"] == "string"
    start = DEFINITIONS["Limits"]["properties"]["start"]
    assert start["anyOf"][0] == {"type": "string", "format": "date"}
    assert start["default"] == "2027-01-01"


def test_words_are_listed_and_types_select_their_block() -> None:
    assert DEFINITIONS["Limits"]["properties"]["method"]["enum"] == ["plain", "fine"]
    items = SMALL_SCHEMA["properties"]["items"]["additionalProperties"]
    assert items == {"oneOf": [{"$ref": "#/$defs/Lamp"}, {"$ref": "#/$defs/Pole"}]}
    assert DEFINITIONS["Lamp"]["properties"]["type"]["enum"] == ["lamp"]


def test_texts_may_be_given_in_three_languages() -> None:
    assert SMALL_SCHEMA["properties"]["name"]["$ref"] == "#/$defs/text"
    assert set(DEFINITIONS["text"]["anyOf"][1]["properties"]) == {"en", "ru", "kk"}
