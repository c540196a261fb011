"""Wordings that paper and screen share. Nothing here may be slow to import: the window uses it too.

Each function takes the words of one language and gives a finished phrase. A result is a proposal
and never a decision, and no wording says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_app.domain.kinds import RoundMethod, RoundState, StanceKind
from workshop_app.system.language import Words

if TYPE_CHECKING:  # SQLModel and Babel are not loaded before the first window is painted
    from workshop_app.domain.nouns import VotingRound
    from workshop_app.system.formats import Formats

_WEAK, _SOME = 1, 2
_KNOWN_ANSWERS = {"keep", "develop", "wind_down"}
USUAL_AGREEMENT = 80


def fits(words: Words, formats: Formats, margin: int) -> str:
    """The margin to the frame (tkr) in a few words: "Fits, margin 160 tkr"."""
    _ = words.gettext
    if margin < 0:
        return _("Missing {amount}").format(amount=formats.tkr(-margin))
    return _("Fits, margin {amount}").format(amount=formats.tkr(margin))


def fits_sentence(words: Words, formats: Formats, margin: int) -> str:
    """The margin to the frame (tkr) as a sentence."""
    _ = words.gettext
    if margin < 0:
        sentence = _("The proposal does not fit the frame: {amount} is missing.")
        return sentence.format(amount=formats.tkr(-margin))
    sentence = _("The proposal fits the frame with a margin of {amount}.")
    return sentence.format(amount=formats.tkr(margin))


def result_target(words: Words, formats: Formats, permille: int | None, reaches: bool) -> str:  # noqa: FBT001 - both facts belong together
    """The municipality's result and whether it reaches the target: a fact, never an error."""
    _ = words.gettext
    if permille is None:
        return _("Result not stated")
    percent = formats.percent(permille)
    if reaches:
        return _("{percent}, meets target").format(percent=percent)
    return _("{percent}, misses target").format(percent=percent)


def result_sentence(words: Words, formats: Formats, permille: int | None, reaches: bool) -> str:  # noqa: FBT001 - both facts belong together
    """The same in full: "The municipality's result: 2.0 percent. The target is reached."."""
    _ = words.gettext
    if permille is None:
        return _("The municipality's result is not stated.")
    percent = formats.permille(permille)
    result = _("The municipality's result: {percent} percent.").format(percent=percent)
    target = _("The target is reached.") if reaches else _("The target is not reached.")
    return f"{result} {target}"


def evidence_word(words: Words, strength: int) -> str:
    """How strong the evidence is: 1 weak, 2 some, 3 strong."""
    _ = words.gettext
    if strength <= _WEAK:
        return _("Weak evidence")
    return _("Some evidence") if strength == _SOME else _("Strong evidence")


def founded_word(words: Words, *, weak: bool) -> str:
    """What a hollow and a filled stone say."""
    _ = words.gettext
    return _("Needs stronger evidence") if weak else _("Well founded")


def stance_word(words: Words, kind: StanceKind | None) -> str:
    """What the room proposes; a row without a stance is still to be investigated."""
    match kind:
        case StanceKind.DO:
            return words.pgettext("stance", "Do")
        case StanceKind.LATER:
            return words.pgettext("stance", "Later")
        case StanceKind.DONT:
            return words.pgettext("stance", "Don't")
        case _:
            return words.pgettext("stance", "To be investigated")


def stance_sentence(
    words: Words, kind: StanceKind | None, reason: str, *, starts: bool = True
) -> str:
    """Stance and reason of a row below the water, as paper says it.

    "Later. No money yet." A stance without a reason prints as "To be investigated. No reason
    given." A service that does not go on as today shows its reason alone.

    Args:
        words: The language.
        kind: What the room proposes, if it has said so.
        reason: Why.
        starts: The row is something new, not a service there is today.
    """
    _ = words.gettext
    if not reason:
        missing = _("No reason given.")
        return f"{stance_word(words, None)}. {missing}"
    if kind is StanceKind.DONT and not starts:
        return reason
    return f"{stance_word(words, kind)}. {reason}"


def quarter_code(words: Words, quarter: int) -> str:
    """A quarter in two characters: K3 in Swedish, Q3 in English."""
    return words.pgettext("quarter code", "Q{n}").format(n=quarter)


def quarter_words(words: Words, quarter: int | None, year: int | None) -> str:
    """A target in words: "Quarter 4 2028", "2028" or "No year"."""
    _ = words.gettext
    if year is None:
        return _("No year")
    if quarter is None:
        return str(year)
    return _("Quarter {n} {year}").format(n=quarter, year=year)


def dots_from_people(words: Words, dots: int, people: int) -> str:
    """How much support, and how wide: "8 dots from 6 people"."""
    first = words.ngettext("{n} dot", "{n} dots", dots).format(n=dots)
    second = words.ngettext("from {n} person", "from {n} people", people).format(n=people)
    return f"{first} {second}"


def turnout(words: Words, voted: int, electorate: int) -> str:
    """How many of those entitled have voted: "15 of 15 voted"."""
    _ = words.gettext
    return _("{voted} of {electorate} voted").format(voted=voted, electorate=electorate)


def state_word(words: Words, state: RoundState) -> str:
    """Where the round stands."""
    match state:
        case RoundState.READY:
            return words.pgettext("round", "Ready")
        case RoundState.OPEN:
            return words.pgettext("round", "Open")
        case RoundState.CLOSED:
            return words.pgettext("round", "Closed")
        case RoundState.SHOWN:
            return words.pgettext("round", "Shown")
        case RoundState.LOCKED:
            return words.pgettext("round", "Locked")
        case _:
            return words.pgettext("round", "Cancelled")


def no_result_sentence(words: Words, state: RoundState) -> str:
    """Why there is no result to print."""
    _ = words.gettext
    match state:
        case RoundState.READY:
            return _("The vote has not been held.")
        case RoundState.OPEN:
            return _("The vote is going on.")
        case RoundState.CANCELLED:
            return _("The vote was cancelled.")
        case _:
            return _("The result has not been shown yet.")


def outcome_word(words: Words, code: str) -> str:
    """An outcome code as the room reads it; an unknown code is given back as it is."""
    _ = words.gettext
    found = {
        "chosen": _("Goes on"),
        "not_chosen": _("Does not go on"),
        "tied": _("Shared place"),
        "keep": _("Keep"),
        "develop": _("Develop"),
        "wind_down": _("Wind down"),
        "divided": _("Divided"),
        "too_few": _("Too few answers"),
        "need": _("Need to have"),
        "nice": _("Nice to have"),
        "even": _("Even"),
        "agreement": _("Agreement"),
        "leaning_yes": _("Leaning yes"),
        "leaning_no": _("Leaning no"),
        "support": _("Support"),
        "can_live_with": _("Can live with"),
        "against": _("Against"),
        "yes": _("Yes"),
        "no": _("No"),
        "abstain": _("Abstain"),
    }
    return found.get(code, code)


def rule_sentence(words: Words, voting: VotingRound) -> str:
    """The rule of the round, as the room reads it before the vote and in the report after it."""
    _ = words.gettext
    match voting.method:
        case RoundMethod.DOTS:
            return f"{_dots_given(words, voting)} {_advance(words, voting)}"
        case RoundMethod.POINTS:
            stops = words.ngettext("At most {n} stop.", "At most {n} stops.", voting.stops)
            weigh = _("A dot means do it, a stop means don't; the result is dots minus stops.")
            return f"{_dots_given(words, voting)} {stops.format(n=voting.stops)} {weigh}"
        case RoundMethod.NEED:
            return _(
                "The question is about the service, not the saving: "
                "do we need it, or is it nice to have?"
            )
        case RoundMethod.RATING:
            return _agreement_rule(words, voting.threshold_percent)
        case _:
            return _choice_rule(words, voting)


def _agreement_rule(words: Words, percent: int) -> str:
    _ = words.gettext
    if percent == USUAL_AGREEMENT:
        return _(
            "Agreement means that at least eight in ten can live with the proposal "
            "and at most one in ten says stop."
        )
    sentence = _(
        "Agreement means that at least {n} percent can live with the proposal "
        "and at most one in ten says stop."
    )
    return sentence.format(n=percent)


def tie_sentence(words: Words, place: int, options: int) -> str:
    """A shared place told as one: "Shared place 5: 2 proposals have equal support."."""
    message = words.ngettext(
        "Shared place {place}: {n} proposal.",
        "Shared place {place}: {n} proposals have equal support.",
        options,
    )
    return message.format(place=place, n=options)


def tie_rule_sentence(words: Words) -> str:
    """How equal dots are told apart; beside every tie."""
    _ = words.gettext
    return _("At equal dots, the one with dots from more people comes first.")


def _choice_rule(words: Words, voting: VotingRound) -> str:
    _ = words.gettext
    if "support" in voting.answers:
        return _("Answer for each alternative: do you support it, can you live with it or not?")
    if not _KNOWN_ANSWERS & set(voting.answers):
        return _("One answer each.")
    return _("More than half must choose the same answer; otherwise it is divided and we talk on.")


def _dots_given(words: Words, voting: VotingRound) -> str:
    number = voting.dots
    if voting.per_track:
        given = words.ngettext(
            "Each person has {n} dot per track.", "Each person has {n} dots per track.", number
        )
    else:
        given = words.ngettext("Each person has {n} dot.", "Each person has {n} dots.", number)
    sentence = given.format(n=number)
    if not 0 < voting.cap < number:
        return sentence
    most = words.gettext("At most {n} on the same proposal.").format(n=voting.cap)
    return f"{sentence} {most}"


def _advance(words: Words, voting: VotingRound) -> str:
    number = voting.advance
    if not number:
        return tie_rule_sentence(words)
    if voting.per_track:
        goes = words.ngettext(
            "The one with the most dots in each track goes on.",
            "The {n} with the most dots in each track go on.",
            number,
        )
    else:
        goes = words.ngettext(
            "The one with the most dots goes on.", "The {n} with the most dots go on.", number
        )
    return f"{goes.format(n=number)} {tie_rule_sentence(words)}"
