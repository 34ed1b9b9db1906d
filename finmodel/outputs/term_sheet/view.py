"""Results as a document in one language sees them: labels translated, values with their units, texts of the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from finmodel.engines.words_reasons import blank_reason
from finmodel.expr.line import Line, Shape, Variable
from finmodel.inputs.stated_words import StatedWord
from finmodel.inputs.table import InputEntry
from finmodel.inputs.text import Text, in_words
from finmodel.outputs.language import Language
from finmodel.outputs.table import years
from finmodel.outputs.term_sheet.definitions import DEFINITIONS
from finmodel.outputs.term_sheet.document import Term
from finmodel.results import Period, Results, Value
from finmodel.units import Unit

__all__ = ["View"]

_ACTIVITY = (
    "uses", "revenue_total", "opex_total", "cfads", "debt_closing", "distributions_paid", "company_funds",
    "own_funds_paid",
)  # fmt: skip
"""Lines of which one at least moves in every period that matters."""
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class View:
    """What the builders of sections read: one run's results in one language."""

    results: Results
    language: Language
    periods: Sequence[Period] = field(init=False)
    """The periods up to the last in which anything happens: spare ones at the end are not shown."""

    def __post_init__(self) -> None:
        """Finds the periods shown, once."""
        object.__setattr__(self, "periods", _shown_periods(self.results))

    # Words

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue, with values put in."""
        return self.language.gettext(message) % values if values else self.language.gettext(message)

    def words(self, block: str, key: str) -> tuple[str, ...]:
        """What the case says in words under a block and a key: one text or several; none if it is silent."""
        found = self._block(block).get(key)
        texts = found if isinstance(found, (list, tuple)) else (found,)
        return tuple(text for text in map(self.language.text, texts) if text)

    def _block(self, name: str) -> Mapping[str, object]:
        block = self.results.details.get(name)
        return block if isinstance(block, Mapping) else {}

    def reason(self, name: str) -> str:
        """Why a line has no value."""
        return blank_reason(self.results, name, translate=self.language.gettext)

    def note(self, name: str) -> str:
        """What a line means: the first paragraph of its note."""
        return self.say(self.results.graph.lines[name].note.partition("\n\n")[0].replace("\n", " "))

    def scenario(self) -> str:
        """The name of the scenario that was run."""
        name = self.results.scenario
        label = next((s.label for s in self.results.scenarios if s.name == name), "")
        return self.language.text(label) or (self.say("Base case") if name == "base" else name)

    def provenance(self) -> str:
        """How many figures the case states, and how far they can be trusted, in numbers."""
        statuses = [entry.provenance.status for entry in self.results.inputs if entry.provenance.stated]
        counts = {status: statuses.count(status) for status in ("seen", "derived", "assumption", "unverified")}
        return self.say(
            "Of %(count)s figures in the case, %(seen)s were seen in a source, %(derived)s are derived from sources, "
            "%(assumption)s are assumptions and %(unverified)s are unverified.",
            count=len(statuses),
            **counts,
        )

    def written(self, label: str, key: str) -> Term:
        """A term in the words of the case."""
        return Term(self.say(label), self.words("term_sheet", key))

    def label(self, name: str) -> str:
        """The label of a line or an input, with its instance before it."""
        line = self.results.graph.lines.get(name)
        if line is not None:
            return self.line_label(line)
        variable = self.results.graph.inputs[name]
        return self.input_label(variable)

    def line_label(self, line: Line) -> str:
        """The label of a line with that of its instance, which goes without saying for the only loan."""
        own = self.say(line.label)
        plain = not line.instance or self.facilities == (line.instance,)
        return own if plain else f"{self.instance(line.instance)}: {own}"

    def input_label(self, variable: Variable) -> str:
        """The label of an input, with the index where it is one weight of several; without its instance."""
        _, weight, index = variable.name.removesuffix("_by_year").partition(".indexation_")
        own = self.say(variable.label)
        return f"{own} – {self.instance(index)}" if weight else own

    def instance(self, name: str) -> str:
        """What an instance is called: its label in the case, else its name in plain words."""
        for role in ("party_", "shareholder_"):
            if name.startswith(role):
                return self.party(name.removeprefix(role))
        given = self._block("labels").get(name)
        label = given or next((x.instance_label for x in self.results.graph.lines.values() if x.instance == name), "")
        plain = self.language.text(label)
        if plain in {"", name} or name.endswith(f"_{plain}"):
            return self.say(in_words(plain or name))
        return plain if isinstance(label, Text) else self.say(plain)

    def parties(self) -> tuple[str, ...]:
        """The keys of the parties that the case names, in its order."""
        return tuple(self._block("parties"))

    def role(self, key: str) -> str:
        """What a party is by its key."""
        return self.say(in_words(key))

    def party(self, key: str) -> str:
        """What a party is called in the case; else what it is."""
        return self.language.text(self._block("parties").get(key)) or self.role(key)

    def chosen(self, path: str) -> str:
        """A word of the case that chooses a definition; nothing where the case has no such choice."""
        return str(self._block("definitions").get(path) or "")

    def definition(self, path: str) -> tuple[str, ...]:
        """What a word of the case that chooses a definition means; nothing where the case has no such choice."""
        said = DEFINITIONS.get(f"{path.rpartition('.')[2]} {self.chosen(path)}")
        return (self.say(said),) if said else ()

    def definition_of(self, key: str, word: str) -> str:
        """What a word means that chooses a definition under a key; the word itself where nobody has explained it."""
        return self.say(DEFINITIONS.get(f"{key} {word}") or in_words(word))

    @property
    def stated_words(self) -> tuple[StatedWord, ...]:
        """Every word that the case states below its headings."""
        found = self.results.details.get("stated_words")
        return tuple(word for word in found if isinstance(word, StatedWord)) if isinstance(found, tuple) else ()

    def defined(self, label: str, path: str) -> tuple[Term, ...]:
        """A term for a word of the case that chooses a definition; none where the case has no such choice."""
        said = self.definition(path)
        return (Term(self.say(label), said),) if said else ()

    def stated(self, heading: str) -> tuple[str, ...]:
        """The entries under a heading of the case whose type is a word, in its order."""
        paths = (path.split(".") for path in self._block("definitions"))
        return tuple(path[1] for path in paths if len(path) == 3 and (path[0], path[2]) == (heading, "type"))

    def grantors(self, name: str) -> tuple[str, ...]:
        """Who gives a grant, by the keys among the parties."""
        return self.words("grantors", name)

    # Values

    def has(self, name: str) -> bool:
        """Whether a line or an input of this name exists."""
        return name in self.results.graph.lines or name in self.results.inputs.entries

    def unit(self, name: str) -> Unit:
        """The unit of a line or an input."""
        line = self.results.graph.lines.get(name)
        return line.unit if line is not None else self.results.inputs[name].variable.unit

    def value(self, name: str) -> Value:
        """The value of a scalar line or of an input; of several values the first."""
        if name in self.results.values:
            return self.results.values[name]
        if name in self.results.series:
            return next((value for value in self.results.series[name] if value is not None), None)
        value = self.results.inputs[name].value
        return value[0] if isinstance(value, tuple) else value

    def level(self, name: str) -> Value:
        """An input that stands at the top or with a loan; none where the case does not state it."""
        names = (name, *(f"{loan}.{name}" for loan in self.facilities))
        return next((self.value(found) for found in names if self.has(found)), None)

    def series(self, name: str) -> tuple[Value, ...]:
        """The values of a series in the periods shown; blanks if there is no such line."""
        empty: tuple[Value, ...] = (None,) * len(self.periods)
        return self.results.series.get(name, empty)[: len(self.periods)]

    def shown(self, name: str) -> str:
        """One value in words: with its unit, or the word of a choice."""
        entry = self.results.inputs.entries.get(name)
        if entry is not None and entry.choices:
            return self.choice(entry)
        return self.amount(self.value(name), self.unit(name), self.money(name))

    def amount(self, value: Value, unit: Unit, money: str = "", *, more: int = 0) -> str:
        """A value in words, with its unit; in the case's currency unless another is named; ``more``: further digits."""
        return self.language.quantity(value, unit, money or self.results.currency, more=more)

    def money(self, name: str) -> str:
        """The currency and scale of an input where it is stated in a foreign currency, else of the case."""
        code = self.foreign(name.rpartition(".")[0]) if name in self.results.inputs.entries else ""
        scale = self.results.currency.partition(" ")[2]
        return f"{code} {scale}".strip() if code else self.results.currency

    def foreign(self, instance: str) -> str:
        """The foreign currency in which the case states the amounts of an instance, if it does."""
        return str(self._block("currencies").get(instance) or "")

    def choice(self, entry: InputEntry) -> str:
        """The word that a choice stands for."""
        number = entry.value if isinstance(entry.value, float | int) else entry.value[0]
        return self.say(in_words(entry.choices[int(number) - 1]))

    def texts(self, name: str) -> tuple[str, ...]:
        """A line or an input in words: one value, or each value of a series with the year from which it holds."""
        if not self.has(name):
            return ()
        if name in self.results.series:
            starts = [str(period.start.year) for period in self.results.periods]
            return self._changes(starts, self.results.series[name], self.unit(name))
        entry = self.results.inputs.entries.get(name)
        return (self.input_text(entry),) if entry else (self.shown(name),)

    def if_any(self, name: str) -> tuple[str, ...]:
        """The texts of a line or an input; none where it does not exist or is nothing."""
        return self.texts(name) if self.has(name) and self.value(name) else ()

    def input_text(self, entry: InputEntry) -> str:
        """The value or values of an input in words."""
        unit, money = entry.variable.unit, self.money(entry.variable.name)
        if not isinstance(entry.value, tuple):
            if entry.variable.name.endswith("_year"):
                return f"{entry.value:.0f}"
            return self.choice(entry) if entry.choices else self.amount(entry.value, unit, money)
        if entry.variable.shape is Shape.SERIES:
            starts = [str(period.start.year) for period in self.results.periods]
            return "; ".join(self._changes(starts, entry.value, unit, money))
        if all(position.isdigit() and len(position) == 4 for position in entry.axis):
            return "; ".join(self._changes(entry.axis, entry.value, unit, money))
        return "; ".join(self.amount(value, unit, money) for value in entry.value)

    def _changes(self, starts: Sequence[str], values: Sequence[Value], unit: Unit, money: str = "") -> tuple[str, ...]:
        """The values that follow each other, each with the year from which it holds."""
        pairs = list(zip(starts, values, strict=True))
        turns = [pairs[0], *(new for old, new in pairwise(pairs) if new[1] != old[1])]
        if len(turns) == 1:
            return (self.amount(values[0], unit, money),)
        return tuple(
            self.say("%(value)s from %(year)s", value=self._plain(value, unit, money), year=year)
            for year, value in turns
        )

    def _plain(self, value: Value, unit: Unit, money: str) -> str:
        """A value without the name of its unit, but for a price; with no more decimals than a plain number needs."""
        if unit is Unit.MONEY_PER_UNIT:
            return self.amount(value, unit, money)
        if unit is Unit.MONEY and value is not None:
            return self.language.number(value, unit.format.decimals)
        return self.amount(value, unit) if unit is Unit.NUMBER else self.language.figure(value, unit)

    # Terms

    def term(self, label: str, *names: str) -> Term:
        """A term whose texts are the values of lines or inputs, as far as they exist."""
        return Term(self.say(label), tuple(text for name in names for text in self.texts(name)))

    def terms_of(self, *names: str) -> tuple[Term, ...]:
        """A term for every line or input that exists, under its own label."""
        return tuple(Term(self.bare_label(name), self.texts(name)) for name in names if self.has(name))

    def bare_label(self, name: str) -> str:
        """The label of a line or an input, without its instance."""
        line = self.results.graph.lines.get(name)
        return self.say(line.label if line is not None else self.results.inputs[name].variable.label)

    # Time

    @property
    def year_columns(self) -> tuple[str, ...]:
        """The calendar years of the grid, as columns."""
        return tuple(map(str, years(self.periods)))

    @property
    def year_axis(self) -> tuple[str, ...]:
        """A label per period: the year at its first period, else nothing."""
        firsts = {places[0]: str(year) for year, places in years(self.periods).items()}
        return tuple(firsts.get(position, "") for position in range(len(self.periods)))

    # Facilities

    @property
    def facilities(self) -> tuple[str, ...]:
        """The instances that are loans."""
        return tuple(line.instance for line in self.results.graph.tagged(sizing="commitment"))

    def tier(self, loan: str) -> str:
        """The rank of a facility: ``senior``, or the instance of a junior one."""
        return self.results.graph.lines[f"{loan}.commitment"].tags["tier"]

    @property
    def tiers(self) -> tuple[str, ...]:
        """The ranks of the facilities, the one that is paid first at the start."""
        junior = (line.instance for line in self.results.graph.tagged(junior="paid"))
        return ("senior", *junior)

    def lender(self, loan: str) -> str:
        """Who lends, by the key among the parties."""
        return self.results.graph.lines[f"{loan}.drawdown"].tags["payer"]

    def ranking(self, loan: str) -> str:
        """Senior or which rank, and with which other facilities it is paid in proportion."""
        tier = self.tier(loan)
        own = self.say("Senior") if tier == self.tiers[0] else self.instance(tier)
        peers = [self.instance(other) for other in self.facilities if other != loan and self.tier(other) == tier]
        return self.say("%(rank)s, pari passu with %(loans)s", rank=own, loans=", ".join(peers)) if peers else own


def _shown_periods(results: Results) -> Sequence[Period]:
    series = [results.series[name] for name in _ACTIVITY if name in results.series]
    busy = [i for i in range(len(results.periods)) if any(abs(values[i] or 0.0) > _NOTHING for values in series)]
    return results.periods[: busy[-1] + 1] if busy else results.periods
