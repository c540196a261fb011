"""Day -> what the desk and the shared screen tell of a round of answers. Pure; no widgets.

Answers are everything but dots: keep or wind down, need or nice, a scale, backing, a free question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop_app.domain.agreement import agreement_word
from workshop_app.domain.ballot_rules import ABSTAIN, allowed_answers, answer_codes, uses_dots
from workshop_app.domain.day import Day, find
from workshop_app.domain.kinds import RoundMethod
from workshop_app.domain.methods import is_backing, is_review
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.rounds import REVEALED
from workshop_app.domain.votes import OptionResult, RoundResult
from workshop_app.figures.answer_bars import Look, Part
from workshop_app.report.texts import outcome_word, rule_sentence
from workshop_app.system.formats import EN_DASH, Formats
from workshop_app.system.language import Words
from workshop_app.ui.stage_pages.round_view import OptionView, dots_line, options_of

_LOOKS: Mapping[str, Look] = {
    "keep": Look.TINT,
    "develop": Look.FULL,
    "wind_down": Look.HOLLOW,
    "need": Look.FULL,
    "nice": Look.TINT,
    "support": Look.FULL,
    "can_live_with": Look.TINT,
    "against": Look.HOLLOW,
    "yes": Look.FULL,
    "no": Look.HOLLOW,
    "1": Look.HEAVY,
    "2": Look.HOLLOW,
    "3": Look.QUIET,
    "4": Look.TINT,
    "5": Look.FULL,
    ABSTAIN: Look.STRIPED,
}
_FREE = (Look.FULL, Look.TINT, Look.HOLLOW, Look.QUIET, Look.HEAVY)
_TALKED_OF = frozenset({"divided", "too_few", "even"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer a person can give: its code, its words and its look."""

    code: str
    word: str
    look: Look


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One option with its answers.

    Attributes:
        option: The option as it is read.
        below: A line under it, such as its cost and what is known; empty for none.
        numbers: How many gave each answer, abstaining apart.
        abstain: How many abstained.
        outcome: Its code, or empty.
        word: The outcome in a word or two, or empty.
        place: Place where places have a meaning, else 0.
        tied: Shares the place.
        parts: The answers as boxes, abstaining last.
    """

    option: OptionView
    below: str
    numbers: tuple[int, ...]
    abstain: int
    outcome: str
    word: str
    place: int
    tied: bool
    parts: tuple[Part, ...]

    @property
    def counts(self) -> str:
        """The numbers in figures: 8–5–2."""
        return EN_DASH.join(str(number) for number in self.numbers)


def is_list(voting: VotingRound) -> bool:
    """Whether each answer is a row of its own: one question with answers to choose from."""
    plain = voting.method is RoundMethod.CHOICE and len(voting.options) == 1
    return plain and not is_review(voting) and not is_backing(voting)


def is_statements(day: Day, voting: VotingRound) -> bool:
    """Whether a scale is about statements, as in the closing evaluation, and not proposals."""
    nouns = (*day.milestones, *day.initiatives, *day.activities, *day.frames)
    return voting.method is RoundMethod.RATING and not any(
        find(nouns, option) for option in voting.options
    )


def answers_of(words: Words, day: Day, voting: VotingRound) -> tuple[Answer, ...]:
    """The answers of a round in the order of the ballot, abstaining last where it is allowed."""
    if uses_dots(voting):
        return ()
    scale = _scale_words(words, statements=is_statements(day, voting))
    return tuple(
        Answer(code, scale.get(code) or outcome_word(words, code), _look(i, code))
        for i, code in enumerate(allowed_answers(voting))
    )


def answer_rows(
    words: Words, day: Day, voting: VotingRound, *, best_first: bool = False
) -> tuple[AnswerRow, ...]:
    """The counted options; none while the result is hidden.

    Args:
        words: The language.
        day: The day.
        voting: The round.
        best_first: Those to talk about first (the most divided), or by place where places have a
            meaning; else in the order of the ballot.
    """
    standing = day.standing(voting.id)
    if standing.result is None or standing.state not in REVEALED or uses_dots(voting):
        return ()
    views = {view.id: view for view in options_of(day, voting)}
    order = _order(voting, standing.result) if best_first else voting.options
    if is_list(voting):
        return _listed(words, day, voting, standing.result, best_first=best_first)
    return tuple(_row(words, day, voting, views[one], standing.result) for one in order)


def below_option(words: Words, option: OptionView) -> str:
    """What stands under an option: what it costs and what is known of it, or the saving."""
    _ = words.gettext
    formats = Formats(words.language)
    if option.cost_tkr is not None:
        cost = formats.tkr(option.cost_tkr)
        return f"{cost} · {option.evidence}" if option.evidence else cost
    if option.proposal:
        text = _("The proposal: {proposal}.")
        return text.format(proposal=option.proposal.rstrip("."))
    return ""


def need_question(words: Words, option: OptionView) -> str:
    """What need or nice asks: always of the service, with the saving told first if there is one.

    "The proposal: shorten the ice season. Three extra weeks of ice: need to have or nice to have?"
    """
    _ = words.gettext
    asked = _("{service}: need to have, or nice to have?").format(
        service=(option.whole or option.label).rstrip(".")
    )
    if not option.proposal:
        return asked
    return f"{below_option(words, option)} {asked}"


def rule_line(words: Words, day: Day, voting: VotingRound) -> str:
    """How the vote works, as the room reads it while it votes."""
    if uses_dots(voting):
        return dots_line(words, voting)
    if is_statements(day, voting):
        return words.gettext("One answer for each statement.")
    return rule_sentence(words, voting)


def votes_line(words: Words, voting: VotingRound, voted: int) -> str:
    """How much was asked of how many: "8 questions, 15 votes"."""
    votes = words.ngettext("{n} vote", "{n} votes", voted).format(n=voted)
    if is_list(voting):
        return votes
    asked = words.ngettext("{n} question", "{n} questions", len(voting.options))
    text = words.gettext("{questions}, {votes}")
    return text.format(questions=asked.format(n=len(voting.options)), votes=votes)


def contested_rows(
    words: Words, day: Day, voting: VotingRound, most: int = 5
) -> tuple[tuple[AnswerRow, ...], bool]:
    """The most divided options; and whether the list had to be cut through a tie.

    A tie at the end is shown whole unless it would more than double the list.
    """
    standing = day.standing(voting.id)
    rows = {row.option.id: row for row in answer_rows(words, day, voting)}
    if standing.result is None or is_list(voting) or not rows:
        return (), False
    order = [one for one in standing.result.contested if one in rows]
    contest = {one: standing.result.option(one).contest for one in order}
    end = most
    while end < len(order) and contest[order[end]] == contest[order[end - 1]]:
        end += 1
    cut = end > 2 * most
    return tuple(rows[one] for one in order[: most if cut else end]), cut


def told_rows(
    words: Words, day: Day, voting: VotingRound, rows: Sequence[AnswerRow]
) -> tuple[tuple[str, ...], ...]:
    """The twin table: headings, then a row of text for each option."""
    _ = words.gettext
    kinds = answers_of(words, day, voting)
    if is_list(voting):
        head: tuple[str, ...] = (_("Answer"), _("votes"))
        return (head, *((row.option.label, str(sum(p.people for p in row.parts))) for row in rows))
    head = (_("Question"), *(kind.word for kind in kinds), _("Outcome"))
    abstains = bool(kinds) and kinds[-1].code == ABSTAIN
    body = (
        (
            row.option.label,
            *(str(number) for number in row.numbers),
            *((str(row.abstain),) if abstains else ()),
            row.word,
        )
        for row in rows
    )
    return (head, *body)


def answers_sentence(words: Words, voting: VotingRound, rows: Sequence[AnswerRow]) -> str:
    """The result in one sentence: how many of each outcome, or the leading answer."""
    _ = words.gettext
    if is_list(voting):
        first = max(rows, key=_people, default=None)
        if first is None or not _people(first):
            return _("Nobody has answered.")
        people = words.ngettext("{n} vote", "{n} votes", _people(first)).format(n=_people(first))
        return _("Most answered {answer}, {votes}.").format(answer=first.option.label, votes=people)
    found: dict[str, int] = {}
    for row in rows:
        if row.word:
            found[row.word] = found.get(row.word, 0) + 1
    parts = [f"{word}: {number}" for word, number in found.items()]
    return (", ".join(parts) or _("The result is shown.")) + ("." if parts else "")


def answered_counts(row: AnswerRow) -> int:
    """N: those who answered, abstaining not counted."""
    return sum(row.numbers)


def _people(row: AnswerRow) -> int:
    return sum(part.people for part in row.parts)


def _look(index: int, code: str) -> Look:
    return _LOOKS.get(code, _FREE[index % len(_FREE)])


def _scale_words(words: Words, *, statements: bool) -> dict[str, str]:
    _ = words.gettext
    if statements:
        return {
            "1": _("Not true at all"),
            "2": _("Hardly true"),
            "3": _("Partly true"),
            "4": _("Mostly true"),
            "5": _("Completely true"),
        }
    return {
        "1": _("No, stop"),
        "2": _("Great doubts"),
        "3": _("Can live with it"),
        "4": _("Good"),
        "5": _("Fully behind it"),
    }


def _order(voting: VotingRound, result: RoundResult) -> tuple[str, ...]:
    if is_review(voting):
        talked = [o for o in result.contested if result.option(o).outcome in _TALKED_OF]
        rest = [o for o in result.contested if o not in talked]
        silent = [o for o in voting.options if o not in result.contested]
        return (*talked, *rest, *silent)
    if is_backing(voting) or voting.method is RoundMethod.NEED:
        return result.order
    silent = [o for o in voting.options if o not in result.contested]
    return (*result.contested, *silent)


def _row(
    words: Words, day: Day, voting: VotingRound, view: OptionView, result: RoundResult
) -> AnswerRow:
    count = result.option(view.id)
    kinds = answers_of(words, day, voting)
    numbers = tuple(count.counts.get(code, 0) for code in answer_codes(voting))
    silent = "" if is_statements(day, voting) else count.outcome or ""
    return AnswerRow(
        option=view,
        below=below_option(words, view),
        numbers=numbers,
        abstain=count.counts.get(ABSTAIN, 0),
        outcome=silent,
        word=_outcome(words, voting, count, silent),
        place=count.rank,
        tied=count.tied,
        parts=tuple(Part(count.counts.get(kind.code, 0), kind.look) for kind in kinds),
    )


def _outcome(words: Words, voting: VotingRound, count: OptionResult, code: str) -> str:
    if is_backing(voting):
        text = words.gettext("{n} of {all} can stand behind it")
        return text.format(n=count.score, all=count.answered)
    if code and count.too_few and not uses_dots(voting):
        return outcome_word(words, "too_few")
    return outcome_word(words, code) if code else ""


def agreement_words(words: Words, count: OptionResult) -> str:
    """How united the answers on a scale are, where enough people answered to say so."""
    _ = words.gettext
    known = {
        "high": _("High agreement"),
        "some": _("Some agreement"),
        "low": _("Low agreement"),
    }
    return known.get(agreement_word(count.agreement, count.answered), "")


def _listed(
    words: Words, day: Day, voting: VotingRound, result: RoundResult, *, best_first: bool
) -> tuple[AnswerRow, ...]:
    """Each answer as a row with its people, abstaining last."""
    counts = result.options[0].counts if result.options else {}
    rows = []
    for kind in answers_of(words, day, voting):
        people = counts.get(kind.code, 0)
        look = Look.STRIPED if kind.code == ABSTAIN else Look.FULL
        view = OptionView(kind.code, kind.word)
        parts = (Part(people, look),)
        rows.append(AnswerRow(view, "", (people,), 0, "", "", 0, tied=False, parts=parts))
    if best_first:
        rows.sort(key=_fewest_last)
    return tuple(rows)


def _fewest_last(row: AnswerRow) -> tuple[bool, int]:
    return row.option.id == ABSTAIN, -_people(row)
