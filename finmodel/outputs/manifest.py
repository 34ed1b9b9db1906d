"""``manifest.json``: what made the documents beside it, so that they can be made again and told apart."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from finmodel import __version__
from finmodel.results import Results

__all__ = ["PACKAGES", "manifest", "versions"]

PACKAGES = ("numpy", "pydantic", "jinja2", "xlsxwriter", "babel")
"""The packages whose version can show in a document."""


def versions() -> dict[str, str]:
    """The versions of finmodel, of Python and of the packages that documents depend on."""
    found = {"finmodel": __version__, "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found


def manifest(results: Results, command: Sequence[str], files: Sequence[Path]) -> Mapping[str, Any]:
    """Versions, hashes of the case and of each document, the command. No date: the same run gives the same text."""
    return {
        "case": results.name,
        "scenario": results.scenario,
        "frozen": results.frozen,
        "command": " ".join(("finmodel", *command)),
        "seed": None,
        "hashes": dict(results.hashes),
        "versions": versions(),
        "files": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
    }
