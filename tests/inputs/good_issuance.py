"""A small issuance without a problem, and what is said of it once it is edited."""

from pathlib import Path

from finmodel.errors import CaseError
from finmodel.inputs.loader import load_deal

GOOD_ISSUANCE = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")


def edited_issuance(old: str, new: str) -> str:
    """The good issuance with one passage replaced; it must occur exactly once."""
    assert GOOD_ISSUANCE.count(old) == 1, f"{old!r} occurs {GOOD_ISSUANCE.count(old)} times"
    return GOOD_ISSUANCE.replace(old, new)


def issuance_said(folder: Path, text: str = GOOD_ISSUANCE) -> list[str]:
    """The problems of a text, one line each, with the file called ``case.yaml``; none if there are none."""
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load_deal(path)
    except CaseError as error:
        return [str(problem).replace(str(path), "case.yaml") for problem in error.problems]
    return []
