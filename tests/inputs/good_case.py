"""A small case without a problem, and what is said of it once it is edited."""

from collections.abc import Sequence
from pathlib import Path

from finmodel.errors import CaseError
from finmodel.inputs.case import Case
from finmodel.inputs.loader import LoadedCase, load_case

GOOD = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> str:
    """The good case with one passage replaced; it must occur exactly once."""
    assert GOOD.count(old) == 1, f"{old!r} occurs {GOOD.count(old)} times"
    return GOOD.replace(old, new)


def load(
    folder: Path, text: str | bytes = GOOD, *, overrides: Sequence[str] = (), scenario: str | None = None
) -> LoadedCase[Case]:
    """The case that a text holds, by way of a file in ``folder``."""
    path = folder / "case.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_case(path, overrides=overrides, scenario=scenario)


def said(folder: Path, text: str | bytes = GOOD, *, overrides: Sequence[str] = ()) -> list[str]:
    """The problems of a text, one line each, with the file called ``case.yaml``; none if there are none."""
    try:
        load(folder, text, overrides=overrides)
    except CaseError as error:
        return [str(problem).replace(str(folder / "case.yaml"), "case.yaml") for problem in error.problems]
    return []
