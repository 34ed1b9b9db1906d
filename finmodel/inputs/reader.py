"""Reading YAML as people write it: the rules of YAML 1.2, a place for every key and value, and no surprises.

``1e6`` is a number, ``NO`` a word, ``010`` ten, ``1:30`` a text; a key given twice, a tag, a merge key or an alias
bomb is a problem and not a guess. Text comes from outside, so size, depth and repetition are limited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from finmodel.errors import Problem
from finmodel.inputs.document import Document, Place, dotted
from finmodel.inputs.trouble import Path

__all__ = ["LARGEST_FILE", "read_text", "scalar"]

LARGEST_FILE = 2_000_000
_DEEPEST = 24
_MOST_NODES = 100_000
_MOST_ALIASES = 20
_LONGEST_NUMBER = 400
_MERGE = "<<"

_WORDS: dict[str, object] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u200a\u200c-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no editor shows, what breaks lines unseen, and what turns the direction of a text."""

_SYNTAX = (
    ("mapping values are not allowed", "a second colon follows on one line", "put a text that has a colon in quotes"),
    ("deeper key", "this key is indented deeper than the value above allows", "line it up with the keys around it"),
    ("found character that cannot start any token", "a text cannot begin with {character}",
     "put it in quotes"),
    ("found a tab character", "a tab stands where spaces are wanted", "indent with spaces"),
    ("block sequence entries are not allowed", "a list item begins on the line of its key",
     "put each item on a line of its own, with a dash"),
    ("could not find expected ':'", "a key has no colon after it", "write key: value"),
    ("did not find expected key", "does not line up with the keys around it, or text follows a closed value",
     "indent keys of one heading alike; put the whole text in quotes"),
    ("did not find expected '-' indicator", "a key stands among the items of a list", "indent it, or begin it with -"),
    ("did not find expected ',' or ']'", "a list that begins with [ is not closed", "add ] or a comma between items"),
    ("did not find expected ',' or '}'", "a mapping that begins with { is not closed", "add } or a comma between keys"),
    ("found unexpected end of stream", "a text in quotes is not closed", "add the closing quote"),
    ("found unknown escape character", "a backslash in double quotes stands before a letter it does not go with",
     "write two backslashes, or use single quotes"),
    ("found unexpected document indicator", "a text in quotes is not closed", "add the closing quote"),
    ("did not find expected node content", "there is a bracket or comma where a value is wanted", "write the value"),
    ("did not find expected <document start>", "text follows the end of the document", "keep one document in the file"),
)  # fmt: skip


class _StopError(Exception):
    """The rest of the file cannot be read; the problems found so far say why."""


def read_text(text: str, name: str) -> tuple[Document, list[Problem]]:
    """The document that a YAML text holds, and everything wrong with the writing of it."""
    problems = list(_invisible(text, name))
    if problems:
        return Document(name, None), problems
    reader = _Reader(text, name)
    try:
        data = reader.document()
    except _StopError:
        return Document(name, None, reader.keys, reader.values), reader.problems
    except yaml.YAMLError as error:
        reader.problems.append(_syntax_problem(error, text, name))
        return Document(name, None, reader.keys, reader.values), reader.problems
    return Document(name, data, reader.keys, reader.values), reader.problems


def scalar(text: str) -> Any:
    """The number, truth value, nothing or text that a bare word of YAML 1.2 stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return 10**_LONGEST_NUMBER if _WHOLE.fullmatch(text) else text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "")) if _SPECIAL.fullmatch(text) else text


def _invisible(text: str, name: str) -> Iterator[Problem]:
    """The first characters that no text editor shows and that would shift every later place."""
    for _, found in zip(range(3), _INVISIBLE.finditer(text), strict=False):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        what = f"there is an invisible character here (U+{ord(found[0]):04X})"
        yield Problem(name, line, column, "", what, "delete it")


def _syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
    start = getattr(error, "context_mark", None)
    if mark is None:
        return Problem(name, 1, 1, "", f"is not YAML ({said})", "check the writing here")
    lines = text.split("\n") or [""]
    character = (lines[mark.line] if mark.line < len(lines) else "")[mark.column : mark.column + 1]
    if character == "\t":
        said = "found a tab character"
    if said.startswith("mapping values") and ":" not in lines[mark.line][: mark.column]:
        said = "deeper key"
    if ("not find expected ','" in said or "end of stream" in said) and start is not None:
        mark = start
    for beginning, what, remedy in _SYNTAX:
        if said.startswith(beginning):
            return Problem(name, mark.line + 1, mark.column + 1, "", what.replace("{character}", character), remedy)
    return Problem(name, mark.line + 1, mark.column + 1, "", f"is not YAML ({said})", "check the writing here")


class _Reader:
    """Builds plain data from the parser's events, noting places and problems on the way."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.nodes = 0
        self.aliases = 0

    def document(self) -> Any:
        """The data of the one document there is; ``None`` of an empty text."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        data = self._node(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._report((), self._place(after), "a second document begins here", "keep one case in one file")
            raise _StopError
        return data

    def _place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, path: Path, place: Place, what: str, remedy: str) -> None:
        self.problems.append(Problem(place.file, place.line, place.column, dotted(path), what, remedy))

    def _node(self, event: Any, path: Path) -> Any:
        place = self.values[path] = self._place(event)
        self._count(1, path, place)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path, place)
        if event.tag is not None and event.tag != "!":
            self._report(path, place, "a tag (a word that begins with !) is not read", "leave it out, or use quotes")
        if len(path) > _DEEPEST:
            self._report(path[:3], place, f"is nested more than {_DEEPEST} deep", "a case needs no such depth")
            raise _StopError
        before = self.nodes
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, path, place)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path)
        else:
            value = self._mapping(path)
        if event.anchor:
            self.anchors[event.anchor] = (value, self.nodes - before + 1)
        return value

    def _count(self, more: int, path: Path, place: Place) -> None:
        self.nodes += more
        if self.nodes > _MOST_NODES:
            self._report(path[:3], place, f"the file holds more than {_MOST_NODES:,} values", "shorten it")
            raise _StopError

    def _alias(self, event: Any, path: Path, place: Place) -> Any:
        self.aliases += 1
        if self.aliases > _MOST_ALIASES:
            self._report(path, place, f"is one alias too many: {_MOST_ALIASES} are read", "write the values out")
            raise _StopError
        if event.anchor not in self.anchors:
            what = f"refers to *{event.anchor}, which is not defined above"
            self._report(path, place, what, f"define it with &{event.anchor}, or put a text with * in quotes")
            return None
        value, size = self.anchors[event.anchor]
        self._count(size, path, place)
        return value

    def _scalar(self, event: Any, path: Path, place: Place) -> Any:
        if _INVISIBLE.search(event.value):
            self._report(path, place, "has an invisible character in it", "take the escape out")
            return None
        return event.value if event.style else scalar(event.value)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            inside = (*path, key)
            if key == _MERGE:
                self._skip()
            elif key not in entries:
                self.keys[inside] = self._place(event)
                entries[key] = self._node(next(self.events), inside)
            else:
                first = self.keys[inside]
                what = f"is given twice, first on line {first.line}"
                self._report(inside, self._place(event), what, "remove one of the two")
                self._skip()
        return entries

    def _skip(self) -> None:
        """Passes over a value that does not count."""
        depth = 0
        while True:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return

    def _key(self, event: Any, path: Path) -> str:
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._report(path, place, "a list, mapping or alias stands where a key is wanted", "write one word")
            raise _StopError
        if event.value == _MERGE and not event.style:
            self._report((*path, _MERGE), place, "merge keys are not read", "write the values out")
        elif not event.value.strip() or _INVISIBLE.search(event.value):
            self._report(path, place, "a key is empty or has an invisible character", "write one word before the colon")
        return str(event.value)
