"""Problems of shape: each of pydantic's errors in the words of the case file."""

from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError, field_validator

from finmodel.inputs.block import Block
from finmodel.inputs.figure import word
from finmodel.inputs.problems import as_name, problems_of
from finmodel.inputs.reader import read_text


class Words(Block):
    """One of every kind of word."""

    text: str = word("Text", default="")
    code: Annotated[str, Field(pattern="^[A-Z]{3}$", description="Three capitals, such as KZT.")] = "KZT"
    flag: bool = word("Flag", default=True)
    count: int = word("Count", default=1)
    size: Annotated[float, Field(gt=0, le=9)] = 1.0
    short: Annotated[str, Field(max_length=3)] = ""
    items: list[str] = word("Items", default=[])
    pair: tuple[int, int] = word("Pair", default=(1, 2))
    months: Literal[1, 3, 6, 12] = word("Months", default=1)
    even: int = word("Even", default=2)
    anything: bytes = word("Bytes", default=b"")

    @field_validator("even")
    @classmethod
    def is_even(cls, value: int) -> int:
        """A check with a message of its own."""
        if value % 2:
            raise ValueError(f"{value} is odd; write an even number")
        return value


def said(line: str) -> list[str]:
    """What is said of a block with one line."""
    document, problems = read_text(line, "case.yaml")
    assert problems == []
    with pytest.raises(ValidationError) as refused:
        Words.model_validate(document.data)
    return [str(problem) for problem in problems_of(refused.value.errors(), Words, document)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("text: 5", 'case.yaml:1:7: text: 5 stands where a text is wanted; write "5" in quotes'),
        ("text: [a]", "case.yaml:1:7: text: a list stands where a text is wanted; write a text in quotes"),
        ("text:", "case.yaml:1:6: text: has nothing below it; fill it in, or take the key out"),
        ("code: tenge", 'case.yaml:1:7: code: "tenge" is not written as wanted; Three capitals, such as KZT.'),
        ("flag: yes", 'case.yaml:1:7: flag: "yes" stands where yes or no is wanted; write true'),
        ("flag: NO", 'case.yaml:1:7: flag: "NO" stands where yes or no is wanted; write false'),
        ("flag: 1", "case.yaml:1:7: flag: 1 stands where yes or no is wanted; write true or false"),
        ("count: many", 'case.yaml:1:8: count: "many" stands where a whole number is wanted; write a whole number'),
        ("count: 1.5", "case.yaml:1:8: count: 1.5 stands where a whole number is wanted; write a whole number"),
        ("size: big", 'case.yaml:1:7: size: "big" stands where a number is wanted; write a number'),
        ("size: 0", "case.yaml:1:7: size: 0 is not above 0.0; write a number within the bounds"),
        ("size: 10", "case.yaml:1:7: size: 10 is above 9.0; write a number within the bounds"),
        ("short: long", 'case.yaml:1:8: short: "long" is too long; see the documentation of this key'),
        ("items: one", 'case.yaml:1:8: items: "one" stands where a list is wanted; write a list: [first, second]'),
        ("items: [a, 2]", 'case.yaml:1:12: items[2]: 2 stands where a text is wanted; write "2" in quotes'),
        ("months: 4", "case.yaml:1:9: months: 4 is not known here; write one of: 1, 3, 6, 12"),
        ("even: 3", "case.yaml:1:7: even: 3 is odd; write an even number"),
        ("anything: 5", "case.yaml:1:11: anything: 5 cannot be read here; compare with the output of finmodel schema"),
        ("txt: 5", "case.yaml:1:1: txt: is not a heading of a case; did you mean text?"),
    ],
)
def test_every_kind_of_error_has_words_of_its_own(line: str, message: str) -> None:
    assert said(line) == [message]


def test_a_misspelt_key_is_not_also_missing() -> None:
    class Owner(Block):
        title: str = word("Title")

    document, _ = read_text("titel: a", "case.yaml")
    with pytest.raises(ValidationError) as refused:
        Owner.model_validate(document.data)
    messages = [str(problem) for problem in problems_of(refused.value.errors(), Owner, document)]
    assert messages == ["case.yaml:1:1: titel: is not a heading of a case; did you mean title?"]


@pytest.mark.parametrize(
    ("wrong", "name"), [("Street Lights", "street_lights"), ("X-1", "x_1"), ("1st", ""), ("улица", ""), ("", "")]
)
def test_a_name_is_suggested_where_there_is_one(wrong: str, name: str) -> None:
    assert as_name(wrong) == name
