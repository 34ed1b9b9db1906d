"""A file appears whole or not at all, and what was there stays until then."""

from pathlib import Path

import pytest

from finmodel.errors import UsageError
from finmodel.outputs.files import replacing, write_text


def test_folders_are_made_and_text_is_the_same_on_every_system(tmp_path: Path) -> None:
    write_text(tmp_path / "a" / "b" / "results.json", "ключ\n")
    assert (tmp_path / "a" / "b" / "results.json").read_bytes() == "ключ\n".encode()


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "model.xlsx"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as draft:
        draft.write_text(f"new, but only ha{1 // 0}")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_at_the_place_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "model.xlsx"
    with replacing(path) as draft:
        draft.write_text("whole")
        assert not path.exists()
    assert path.read_text() == "whole"


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"file.results\.json cannot be written: "):
        write_text(tmp_path / "file" / "results.json", "")
