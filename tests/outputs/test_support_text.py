"""Support on a screen: every table under its heading, the answer first."""

from finmodel.outputs.language import translator
from finmodel.outputs.support_text import minimum_lines, support_lines
from tests.outputs.support_case import supported


def test_every_table_is_told() -> None:
    text = "\n".join(support_lines(supported(), translator("en")))
    for heading in (
        "Measures of support",
        "With and without support: the deal sized anew",
        "What support moves, by party",
        "What Soft loan moves in the deal as signed",
        "What Cover moves in the deal as signed",
    ):
        assert f"\n\n{heading}\n" in text, heading


def test_the_answer_comes_before_its_table() -> None:
    lines = minimum_lines(supported(), translator("en"))
    assert lines[0] == "Small deal · KZT million"
    assert lines[2].startswith("The least support that is enough: ")
    assert lines[4] == "Least support"
