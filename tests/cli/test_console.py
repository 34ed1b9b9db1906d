"""Colour is for people: never in a file, a pipe, or where NO_COLOR is set."""

import sys

import pytest

from finmodel.cli.console import coloured, say, warn


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_a_terminal_shows_colour(terminal: None) -> None:
    assert coloured("DSCR", "bold", "cyan") == "\x1b[1;36mDSCR\x1b[0m"


def test_no_color_is_honoured(terminal: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured("DSCR", "bold") == "DSCR"


def test_a_pipe_shows_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured("DSCR", "bold") == "DSCR"


def test_results_and_messages_go_to_different_outputs(capsys: pytest.CaptureFixture[str]) -> None:
    say("result")
    warn("message")
    assert capsys.readouterr() == ("result\n", "message\n")
