"""Stated terms: any block of a case as tables, from its own figures and words, so that new blocks show theirs too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from finmodel.inputs.stated_words import StatedWord
from finmodel.inputs.table import InputEntry
from finmodel.outputs.table import Layout, Row, Table, in_blocks
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["Group", "Item", "Told", "entries_under", "groups_of", "item_tables", "own_terms"]

_SIDE_BY_SIDE = 4
"""How many things stand beside each other on an upright page, and how many of their figures."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure or word of a block: what it is called, what it says, and how far it can be trusted."""

    label: str
    text: str
    status: str = ""
    stated: bool = True
    """False for a default that the case does not mention."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of several like things in a block, such as a band: its name in formulas, and what is told of it."""

    instance: str
    told: tuple[Told, ...]

    @property
    def statuses(self) -> str:
        """How far its figures can be trusted, each word once."""
        return ", ".join(dict.fromkeys(told.status for told in self.told if told.status))


@dataclass(frozen=True, slots=True)
class Group:
    """Like things in a block: the key under which they stand, what they stand in, and each of them."""

    key: str
    parent: str
    items: tuple[Item, ...]


def entries_under(view: View, heading: str) -> tuple[str, ...]:
    """The names under a heading of the case, which may be one inside another (``land.uplift``), in its order."""
    paths = [*(word.path for word in view.stated_words), *(entry.path for entry in view.results.inputs)]
    above = heading.split(".")
    below = (path.split(".") for path in paths if path.startswith(f"{heading}."))
    return tuple(dict.fromkeys(path[len(above)] for path in below if len(path) > len(above) + 1))


def own_terms(view: View, heading: str, name: str) -> tuple[Table, ...]:
    """What a block says of itself, words first; what stands in like things below it is left to ``item_tables``."""
    told = [each for each in _of_block(view, heading, name).get(name, []) if each.stated]
    rows = tuple(Row(each.label, Unit.FLAG, (each.text, each.status)) for each in told)
    columns = (view.say("Value"), view.say("Status"))
    caption, stub = view.instance(name), view.say("Term")
    return (Table(f"table-terms-{_address(name)}", caption, columns, rows, stub=stub, layout=Layout.WORDS),)


def groups_of(view: View, heading: str, name: str) -> tuple[Group, ...]:
    """The like things below a block, by the key under which they stand."""
    told = _of_block(view, heading, name)
    found: dict[tuple[str, str], dict[str, list[Told]]] = {}
    for entry in _inputs(view, heading, name):
        place = _place(entry, heading, name)
        if place is not None:
            key, parent, instance = place
            found.setdefault((key, parent), {})[instance] = told[instance]
    return tuple(
        Group(key, parent, tuple(Item(instance, tuple(each)) for instance, each in items.items()))
        for (key, parent), items in found.items()
    )


def item_tables(view: View, group: Group, *, caption: str = "") -> list[Table]:
    """Like things in one table: a row for each where they say little, a column for each where they say much."""
    labels = _labels(group)
    title = caption or f"{view.instance(group.parent)}: {view.say(group.key.replace('_', ' ').capitalize())}"
    key = f"table-terms-{_address(group.parent)}-{_address(group.key)}"
    status = view.say("Status")
    if len(labels) < _SIDE_BY_SIDE:
        rows = tuple(Row(view.instance(x.instance), Unit.FLAG, (*_cells(x, labels), x.statuses)) for x in group.items)
        return [Table(key, title, (*labels, status), rows, stub=view.say("Term"))]
    columns = tuple(view.instance(item.instance) for item in group.items)
    cells = [_cells(item, labels) for item in group.items]
    turned = [Row(label, Unit.FLAG, tuple(cell[place] for cell in cells)) for place, label in enumerate(labels)]
    turned.append(Row(status, Unit.FLAG, tuple(item.statuses for item in group.items)))
    table = Table(key, title, columns, tuple(turned), stub=view.say("Term"), layout=Layout.SIDES)
    return [_without_empty_rows(block) for block in in_blocks(table, _SIDE_BY_SIDE)]


def _without_empty_rows(table: Table) -> Table:
    """What none of the things in a block states, because only others do, is left out of it."""
    return replace(table, rows=tuple(row for row in table.rows if any(row.cells)))


def _labels(group: Group) -> tuple[str, ...]:
    """What any of the things states, in the order of declaration as far as it can be told."""
    order: list[str] = []
    for item in group.items:
        place = 0
        for told in item.told:
            if told.label not in order:
                order.insert(place, told.label)
            place = order.index(told.label) + 1
    stated = {told.label for item in group.items for told in item.told if told.stated}
    return tuple(label for label in order if label in stated)


def _cells(item: Item, labels: Sequence[str]) -> tuple[str, ...]:
    said = {told.label: told.text for told in item.told}
    return tuple(said.get(label, "") for label in labels)


def _of_block(view: View, heading: str, name: str) -> dict[str, list[Told]]:
    """What is told of a block and of each thing below it, by its name in formulas."""
    entries = _inputs(view, heading, name)
    homes = {name: _base(heading, name)} | {_instance(entry, name): _home(entry, heading, name) for entry in entries}
    found: dict[str, list[Told]] = {instance: [] for instance in homes}
    for word in view.stated_words:
        steps = tuple(word.path.split("."))
        fitting = [(len(home), instance) for instance, home in homes.items() if home == steps[: len(home)]]
        if fitting:
            instance = max(fitting)[1]
            found[instance].append(_word(view, word, steps[len(homes[instance]) :]))
    for entry in entries:
        instance = _instance(entry, name)
        found[instance].append(_figure(view, entry, entry.path.split(".")[len(homes[instance]) :]))
    return found


def _base(heading: str, name: str) -> tuple[str, ...]:
    return (*heading.split("."), name)


def _inputs(view: View, heading: str, name: str) -> list[InputEntry]:
    return [entry for entry in view.results.inputs if entry.path.startswith(f"{heading}.{name}.")]


def _instance(entry: InputEntry, name: str) -> str:
    """What a figure stands with in formulas; the only block of its kind has no name there but its own."""
    return entry.variable.name.rpartition(".")[0] or name


def _home(entry: InputEntry, heading: str, name: str) -> tuple[str, ...]:
    """The path of the block in which a figure stands: named things have names of their own in formulas."""
    steps, instance = entry.path.split("."), _instance(entry, name)
    reached, length = name, len(_base(heading, name))
    while reached != instance and length + 2 < len(steps):
        reached, length = f"{reached}_{steps[length + 1]}", length + 2
    return tuple(steps[:length])


def _place(entry: InputEntry, heading: str, name: str) -> tuple[str, str, str] | None:
    """The key under which the thing of a figure stands, what that stands in, and its name; none for a block's own."""
    home, instance = _home(entry, heading, name), _instance(entry, name)
    if home == _base(heading, name):
        return None
    return home[-2], instance.removesuffix(f"_{home[-1]}"), instance


def _word(view: View, word: StatedWord, below: Sequence[str]) -> Told:
    said = {
        "choice": lambda each: view.definition_of(word.path.rpartition(".")[2], each),
        "party": view.party,
        "text": view.language.text,
        "name": view.instance,
    }[word.kind]
    return Told(_within(view, view.say(word.label), below), ", ".join(map(said, word.said)))


def _figure(view: View, entry: InputEntry, below: Sequence[str]) -> Told:
    label = view.input_label(entry.variable)
    weight = below[0] == "indexation"
    stated = entry.provenance.stated
    status = view.say(entry.provenance.status) if stated else ""
    return Told(label if weight else _within(view, label, below), view.input_text(entry), status, stated)


def _within(view: View, label: str, below: Sequence[str]) -> str:
    """The label, after the name of the block inside the block in which it stands."""
    return f"{view.say(below[0].replace('_', ' ').capitalize())}: {label}" if len(below) > 1 else label


def _address(key: str) -> str:
    return key.replace("_", "-")
