"""``finmodel doctor``: what this installation has: versions, programs for documents, fonts, templates."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys

from finmodel.cli.console import coloured, say
from finmodel.cli.options import JsonOption
from finmodel.resources import templates_folder

__all__ = ["doctor"]

_PROGRAMS = {
    "LibreOffice": (("soffice", "libreoffice"), "recalculates workbooks in the tests"),
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), "shows and prints term sheets in the tests"),
}


def doctor(as_json: JsonOption = False) -> None:
    """Tell what this installation has and lacks."""
    from finmodel.outputs.manifest import versions

    found = {
        **versions(),
        "system": platform.platform(),
        "interpreter": sys.executable,
        "templates": str(templates_folder()) if templates_folder().is_dir() else "",
        **{name: _where(commands) for name, (commands, _) in _PROGRAMS.items()},
        "DejaVu Sans": _font("DejaVu Sans"),
    }
    if as_json:
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return
    width = max(map(len, found))
    for name, value in found.items():
        purpose = _PROGRAMS.get(name, ((), "shows Kazakh letters where a document's own font is missing"))[1]
        say(f"{name:{width}}  {value or coloured('not found', 'yellow') + f' ({purpose})'}")


def _where(commands: tuple[str, ...]) -> str:
    return next((path for path in map(shutil.which, commands) if path), "")


def _font(family: str) -> str:
    """The file of a font as fontconfig knows it; nothing if it has none or there is no fontconfig."""
    program = shutil.which("fc-list")
    if program is None:
        return ""
    listed = subprocess.run([program, family, "file"], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603 - a program found on the path, fixed arguments
    return listed.stdout.partition(":")[0].strip()
