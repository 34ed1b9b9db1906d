"""The manifest says what made the documents beside it, and tells two of them apart."""

import hashlib
import platform
from pathlib import Path

import pytest

from finmodel import __version__
from finmodel.outputs.manifest import PACKAGES, manifest, versions
from tests.small_project import results


def test_the_manifest_names_versions_hashes_and_command(tmp_path: Path) -> None:
    document = tmp_path / "model.xlsx"
    document.write_bytes(b"workbook")
    told = manifest(results(), ["run", "small.yaml"], [document])
    assert told["command"] == "finmodel run small.yaml"
    assert told["hashes"] == {"case": "0" * 64}
    assert told["files"] == {"model.xlsx": hashlib.sha256(b"workbook").hexdigest()}
    assert told["versions"]["finmodel"] == __version__
    assert told == manifest(results(), ["run", "small.yaml"], [document])


def test_every_package_has_a_version() -> None:
    found = versions()
    assert found["python"] == platform.python_version()
    assert all(found[package][0].isdigit() for package in PACKAGES)


def test_a_missing_package_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finmodel.outputs.manifest.PACKAGES", ("no-such-package",))
    assert versions()["no-such-package"] == "missing"
