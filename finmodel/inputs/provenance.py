"""Where a figure comes from, as a case file states it: source, as_of, status and note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from finmodel.inputs.number import BadValueError, parse_day, parse_year, shown
from finmodel.inputs.table import Provenance
from finmodel.inputs.trouble import Trouble, unknown

__all__ = ["STATUSES", "read_provenance"]

STATUSES = ("seen", "derived", "assumption", "unverified")
_WAYS = "write a day, month, quarter or year: 2026-11-20, 2026-11, 2026-Q4"
_AS_OF = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?")


def read_provenance(raw: Mapping[Any, object], troubles: list[Trouble]) -> Provenance:
    """The provenance that a figure's mapping states; adds what is wrong with it to ``troubles``."""
    texts = {key: _text(key, raw[key], troubles) for key in ("source", "note") if key in raw}
    as_of = _as_of(raw["as_of"], troubles) if "as_of" in raw else ""
    source = texts.get("source", "")
    status = raw.get("status", "unverified" if source else "assumption")
    if status not in STATUSES:
        troubles.append(Trouble(("status",), *unknown(status, STATUSES)))
    if status == "seen" and not source:
        troubles.append(Trouble(("status",), "is seen, but no source says where", "add source:, or write assumption"))
    return Provenance(source=source, as_of=as_of, status=str(status), note=texts.get("note", ""))


def _text(key: str, raw: object, troubles: list[Trouble]) -> str:
    if not isinstance(raw, str) or not raw.strip():
        troubles.append(Trouble((key,), f"{shown(raw)} stands where a text is wanted", "write a short text in quotes"))
        return ""
    return raw


def _as_of(raw: object, troubles: list[Trouble]) -> str:
    """The day, month, quarter or year at which a source was read, checked and kept as written."""
    text = str(raw)
    try:
        if _AS_OF.fullmatch(text):
            parse_year(text[:4])
        else:
            parse_day(raw)
    except BadValueError:
        troubles.append(Trouble(("as_of",), f"{shown(raw)} is not a date", _WAYS))
    return text
