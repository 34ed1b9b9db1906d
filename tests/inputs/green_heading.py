"""The heading ``green`` as the manual prints it, put into the good case; and what is said of a change in it."""

from pathlib import Path
from typing import Any

import yaml

from tests.inputs.good_case import GOOD, said

_PAGE = Path(__file__).parents[2] / "docs" / "green.md"
_EMISSIONS = {"solar_power": {"without_project": {"energy": "grid_kz", "quantity": 19_100_000}}}


def printed() -> dict[str, Any]:
    """The example of docs/green.md as data, its instrument the loan of the good case."""
    text = _PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    found: dict[str, Any] = yaml.safe_load(text.replace("instrument: green_bond", "instrument: senior"))["green"]
    return found


def with_green(changes: dict[str, Any]) -> str:
    """The good case with the example; each change stands at its dotted path below ``green``, ``None`` takes out."""
    green = printed()
    for path, value in changes.items():
        *above, last = path.split(".")
        place = green
        for step in above:
            place = place[step]
        place[last] = value
        if value is None:
            del place[last]
    data = yaml.safe_load(GOOD) | {"green": green, "emissions": _EMISSIONS}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def problems(folder: Path, changes: dict[str, Any]) -> list[str]:
    """What is said of it, without the place in the file."""
    return [message.split(": ", 1)[1] for message in said(folder, with_green(changes))]
