"""The words of the decision memo: what an owner signs on two pages, and an annex of sources."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from helpers.company import Company, day
from helpers.data.tables import Tables
from helpers.findings import LOG, Findings
from helpers.memo.document import Links, Memo, Picture, Section
from helpers.models.decision import Decision
from helpers.models.result import Result
from helpers.views import sources
from helpers.views.canvas import Canvas, Look, View
from helpers.views.gate_marks import SIGNS
from helpers.views.presence import trial_sentence
from helpers.views.roles import ninety_days_table, roles_table
from helpers.views.verdict_board import BoardView
from helpers.views.verdicts import (
    figure_of,
    flip_sentence,
    headline,
    line_sentence,
    no_flip_sentence,
    verdict_table,
)
from helpers.views.words import Speaker, Table
from helpers.words import escaping, locale
from helpers.words.locale import _

LOOK = Look(width=540, ratio=2.0)


def compose(findings: Findings, tables: Tables) -> Memo:
    """The memo in the language of the context."""
    speak = Speaker(findings.verdicts)
    region = str(locale.region()).replace("_", "-")
    place = ", ".join(part for part in (findings.company.place, locale.day(findings.today)) if part)
    title = _("Decision on social networks: {name}").format(name=findings.company.name)
    invented = [_("An invented example.")] if findings.company.invented else []
    said = tuple(own_words(findings))
    own = [Section(_("In our own words"), (said,))] if said else []
    memo = Memo(
        title=title,
        subtitle=" · ".join([place, *invented]),
        language=region,
        headline=headline(findings.decision, tables),
        decision=(
            Section(
                _("The verdicts"),
                (
                    verdict_table(findings.decision, tables, speak),
                    _("The score is not the decision. Here are the figures that would change it."),
                    tuple(_changes(findings, tables, speak)),
                    _picture(*findings.map),
                ),
            ),
            *own,
            Section(_("Objective and stop rule"), tuple(stop_sentences(findings, tables))),
            Section(_("Who does what"), (roles_table(findings.roles, tables),)),
            Section(_("The first ninety days"), (ninety_days_table(findings.ninety_days, tables),)),
        ),
        signature=(
            _("Decided by"),
            _("Date"),
            _("To be looked at again on {day}").format(
                day=locale.day(findings.stop.facts["review"])
            ),
        ),
        annex_title=_("Annex: what the decision rests on"),
        annex=tuple(_annex(findings, tables, speak)),
    )
    printable: Memo = _printable(memo)
    return printable


def _printable(value: Any) -> Any:
    """The same memo without characters that no document can hold, wherever its words came from."""
    if isinstance(value, str):
        return escaping.printable(value)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _printable(getattr(value, f.name)) for f in fields(value)})
    return value


def _picture(view: View, result: Result) -> Picture:
    return Picture(Canvas(view).png(result, LOOK), view.words(result).alt)


def _changes(findings: Findings, tables: Tables, speak: Speaker) -> Iterator[str]:
    """What would change each verdict that is not positive; the hopeless ones in one line."""
    flips = findings.verdicts.facts["flips"]
    negative = [j.network for j in findings.decision.judgements if j.failed]
    for network in negative:
        if network in flips:
            yield flip_sentence(flips[network], tables, speak)
    hopeless = [tables.name("network", n) for n in negative if n not in flips]
    if hopeless:
        yield no_flip_sentence(hopeless)
    if not negative:
        yield _("Every network passed; the stop rule below says when to look again.")


WHYS_LENGTH, LOG_LENGTH = 200, 140
"""Characters of the learner's own words: the decision has to stay on two pages."""


def own_words(findings: Findings) -> Iterator[str]:
    """The whys of lesson 01 and the decision log, briefly, as they were written."""
    whys = [" ".join(why.split()) for why in findings.company.whys if why.strip()]
    if whys:
        yield _("Why: {whys}").format(whys=shortened(" → ".join(whys), WHYS_LENGTH))
    entry = findings.company.records["decisions"].get(LOG, {})
    reason = shortened(str(entry.get("reason", "")), LOG_LENGTH)
    if reason and findings.choice:
        yield _("{choice}, because: {reason}").format(choice=findings.choice, reason=reason)
    elif reason:
        yield _("Because: {reason}").format(reason=reason)
    change = shortened(str(entry.get("change", "")), LOG_LENGTH)
    if change:
        yield _("We would change our mind if: {change}").format(change=change)


def shortened(text: str, most: int) -> str:
    """A text on one line; a longer one ends at a word, and says that it goes on."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    start = line[: most - 1]
    return (start.rsplit(" ", 1)[0] if " " in start else start).rstrip(" ,;:.") + "…"


def objective_sentence(company: Company) -> str:
    """The objective in one sentence, or that there is none yet."""
    known = company.objective
    deadline = day(known["deadline"])
    if not known["metric"] or None in (known["baseline"], known["target"]) or not deadline:
        return _("No complete objective is written down yet (lesson 01).")
    return _("{metric}: from {baseline} to {target} by {day}. {owner} answers for it.").format(
        metric=known["metric"],
        baseline=locale.plain(known["baseline"]),
        target=locale.plain(known["target"]),
        day=locale.day(deadline),
        owner=known["owner"] or _("Nobody yet"),
    )


def stop_sentences(findings: Findings, tables: Tables) -> Iterator[str]:
    """Objective, review date with the stop rule, whether to ask an expert, in sentences."""
    stop, on = Speaker(findings.stop), locale.day(findings.stop.facts["review"])
    yield objective_sentence(findings.company)
    if findings.pay_off is not None:
        line = line_sentence(findings.decision, Speaker(findings.verdicts))
        yield f"{trial_sentence(findings.pay_off, Speaker(findings.pay_off))} {line}".rstrip()
    if findings.decision.opened:
        pauses = []
        if "least" in findings.stop:
            missed = _("more than {least} is counted by then")
            if findings.stop.facts["rises"]:
                missed = _("less than {least} is counted by then")
            pauses.append(missed.format(least=stop("least")))
        pauses.append(
            _("the measured hours cover less than {share}").format(share=stop("stop_coverage"))
        )
        pauses.append(
            stop.plural(
                "a message lies unanswered for {number} day",
                "a message lies unanswered for {number} days",
                "silence",
            )
        )
        sentence = _("On {day} we look again. We pause if one of these holds: {pauses}.")
        yield sentence.format(day=on, pauses="; ".join(pauses))
    else:
        sentence = _("Nothing is opened, so nothing has to be stopped. On {day} we judge again.")
        yield sentence.format(day=on)
    yield advice_sentence(findings, tables)
    yield _("All thresholds are conventions of this course, not validated cut-offs.")


def advice_sentence(findings: Findings, tables: Tables) -> str:
    """Whether to ask an expert first, with what the answer would be worth."""
    network = tables.name("network", findings.stakes[0])
    if findings.advice is None:
        if not findings.close:
            return _("No verdict hangs on a figure near its threshold: advice would not change it.")
        sentence = _(
            "The verdict on {network} hangs on a figure near its threshold. What advice is worth "
            "cannot be said: nobody has said what one new customer leaves."
        )
        return sentence.format(network=network)
    speak = Speaker(findings.advice)
    near = _("The verdict on {network} hangs on a figure near its threshold.")
    if not findings.close:
        near = _("No verdict hangs on a figure near its threshold; whether {network} pays is open.")
    if findings.advice.facts["buy"]:
        sentence = _(
            "{near} At a chance of success of {chance} an expert's answer is worth {worth}, more "
            "than its fee of {fee}: ask first."
        )
    else:
        sentence = _(
            "{near} At a chance of success of {chance} an expert's answer is worth {worth}, less "
            "than its fee of {fee}: decide without."
        )
    rest = _("The chance is our own.")
    if findings.company.odds is None:
        rest = _("Nobody has said the chance yet; it is the course's assumption.")
    said = sentence.format(
        near=near.format(network=network),
        chance=speak("odds"),
        worth=speak("evsi"),
        fee=speak("fee"),
    )
    return f"{said} {rest}"


def _annex(findings: Findings, tables: Tables, speak: Speaker) -> Iterator[Section]:
    board = BoardView(tables)
    yield Section(
        _("All gates"),
        (_picture(board, findings.verdicts), *_gate_tables(findings.decision, tables, speak)),
    )
    gap_view, gap = findings.gap
    words = gap_view.words(gap)
    yield Section(
        _("Hours and euros of what is opened"),
        (words.headline, _picture(gap_view, gap), words.table),
    )
    map_words = findings.map[0].words(findings.map[1])
    yield Section(_("Fit and hours of every network"), (map_words.headline, map_words.table))
    used = sources.used(findings.results)
    rows = sources.published(tables, used)
    cells = tuple(
        (r.metric, r.values, r.year, r.population, r.publisher, r.confidence) for r in rows
    )
    yield Section(
        _("Published figures"),
        (
            Links(
                _("Each with its source and the year of its data"),
                sources.published_head(),
                cells,
                tuple(escaping.url(row.url) for row in rows),
            ),
        ),
    )
    ledger = tuple(sources.ledger_cells(row) for row in sources.assumptions(tables, used))
    yield Section(
        _("Assumptions"),
        (Table(_("With their range, and why"), sources.ledger_head(), ledger),),
    )


def _gate_tables(decision: Decision, tables: Tables, speak: Speaker) -> Iterator[Table]:
    """Every gate of every network, figure against threshold, four networks a table."""
    judgements = decision.judgements
    for start in range(0, len(judgements), 4):
        some = judgements[start : start + 4]
        rows = []
        for place, outcome in enumerate(some[0].outcomes):
            cells = []
            for judgement in some:
                own = judgement.outcomes[place]
                figure, needed = figure_of(own, judgement.network, speak)
                shown = f"{SIGNS[own.state]} {figure} / {needed}"
                cells.append(shown if own.figure is not None else SIGNS[own.state])
            rows.append((_(outcome.gate.label), *cells))
        header = (_("Gate"), *(tables.name("network", j.network) for j in some))
        legend = ", ".join(f"{sign} {tables.name('state', key)}" for key, sign in SIGNS.items())
        caption = _("Figure / needed; {legend}").format(legend=legend)
        yield Table(caption, header, tuple(rows))
