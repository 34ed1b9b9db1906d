"""Where the files that are not code live: templates, styles and glossary, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from finmodel.errors import FinmodelError

__all__ = ["template_path", "templates_folder"]

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder ``templates/``: inside the package when installed from a wheel, beside it in a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


def template_path(name: str) -> Path:
    """The path of one file below ``templates/``, e.g. ``cases/ppp.yaml``; ``FinmodelError`` if it is missing."""
    path = templates_folder() / name
    if not path.exists():
        raise FinmodelError(f"The file templates/{name} is missing from this installation; install finmodel again.")
    return path
