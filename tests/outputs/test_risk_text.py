"""The lines of text that say who bears which risk."""

from functools import cache
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.risk_text import risk_lines
from tests.runs import results_of

LIGHTING = Path(__file__).parents[2] / "cases" / "alatau_gate_lighting" / "case.yaml"


@cache
def lines(lang: str = "en") -> list[str]:
    return risk_lines(results_of(LIGHTING), translator(lang))


def test_columns_stand_below_each_other() -> None:
    start = lines().index("Who bears which risk")
    head, *_ = table = lines()[start + 1 : start + 12]
    end = head.index("R1") + 2
    assert all(row[end : end + 1] in ("", " ") for row in table)


def test_every_risk_has_its_paragraph_and_its_row() -> None:
    text = "\n".join(lines())
    for number in range(1, 9):
        assert text.count(f"\n   R{number} ") == 1, "in the matrix"
        assert text.count(f"\n  R{number} ") >= 1, "in words"


def test_no_line_ends_in_spaces_or_shows_a_program_s_words() -> None:
    for lang in ("en", "ru", "kk"):
        for line in lines(lang):
            assert line == line.rstrip()
            assert not any(trace in line for trace in ("None", " nan", "%(", "publicAuthority", "privateParty"))
