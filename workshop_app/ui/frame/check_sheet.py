"""The check of a proposal: does it fit, is the result reached, what clashes, what is missing."""

from __future__ import annotations

from workshop_app.domain.day import Day, find
from workshop_app.domain.frames import FrameView
from workshop_app.figures.icons import Icon
from workshop_app.system.formats import Formats
from workshop_app.system.language import Words
from workshop_app.ui.interaction import Question
from workshop_app.ui.widgets.remarks import Remark


def check_of(day: Day, view: FrameView, words: Words) -> tuple[Remark, ...]:
    """Everything to know before the proposal is saved. Nothing here stops anybody."""
    if view.codes:
        return tuple(_unset(code, words) for code in view.codes)
    found = [_fit(view, words), _result(day, view, words), *_clashes(day, view, words)]
    if view.co_determination:
        found.append(_co_determination(view, words))
    found.append(_reasons(view, words))
    return tuple(found)


def doubts(view: FrameView, words: Words) -> str:
    """What a person should know before saving; empty if there is nothing."""
    formats = Formats(words.language)
    parts: list[str] = []
    if view.missing:
        missing = words.gettext("{amount} is missing to reach the frame.")
        parts.append(missing.format(amount=formats.tkr(view.missing)))
    count = len(view.missing_reasons)
    if count:
        lack = words.ngettext(
            '{n} row lacks a reason and prints as "to be investigated".',
            '{n} rows lack a reason and print as "to be investigated".',
            count,
        )
        parts.append(lack.format(n=count))
    return " ".join(parts)


def save_question(view: FrameView, save_text: str, words: Words) -> Question | None:
    """What to ask before saving; None if there is no reason to ask."""
    _ = words.gettext
    text = doubts(view, words)
    if not text:
        return None
    return Question(_("Save the proposal as it is?"), text, save_text, _("Cancel"))


def _unset(code: str, words: Words) -> Remark:
    _ = words.gettext
    if code == "frame_missing":
        return Remark(Icon.INFO, _("The frame is not set"), _("The alternative has no amount yet."))
    return Remark(
        Icon.INFO, _("The need is not set"), _("The need at unchanged service has no amount yet.")
    )


def _fit(view: FrameView, words: Words) -> Remark:
    _ = words.gettext
    formats = Formats(words.language)
    if view.missing:
        title = _("{amount} is missing").format(amount=formats.tkr(view.missing))
        return Remark(Icon.WARN, title, _("Add a saving or remove a new item."))
    of_frame = _("{cost} of {frame}").format(
        cost=formats.number(view.cost or 0), frame=formats.tkr(view.frame or 0)
    )
    return Remark(Icon.CHECK, _("Fits the frame"), of_frame)


def _result(day: Day, view: FrameView, words: Words) -> Remark:
    """The municipality's result and its target: a fact, also where the target is not reached."""
    _ = words.gettext
    formats = Formats(words.language)
    if view.result_permille is None:
        return Remark(Icon.INFO, _("The municipality's result is not stated"))
    title = _("The municipality's result {percent} percent").format(
        percent=formats.permille(view.result_permille)
    )
    number = 1 + [frame.id for frame in day.frames].index(view.frame_id)
    if view.reaches_target:
        return Remark(
            Icon.CHECK, title, _("The target is reached in alternative {n}").format(n=number)
        )
    target = day.workshop.result_target_permille
    text = _("Alternative {n} does not reach the target.").format(n=number)
    if target is not None:
        least = _("The target is at least {percent} percent.")
        text = f"{text} {least.format(percent=formats.permille(target))}"
    return Remark(Icon.INFO, title, text)


def _clashes(day: Day, view: FrameView, words: Words) -> list[Remark]:
    _ = words.gettext
    found = [
        Remark(
            Icon.WARN,
            _("{one} depends on {other}").format(one=one, other=other),
            _("Add {other} or remove {one}.").format(one=one, other=other),
        )
        for one, other in view.unmet_needs
    ]
    found += [
        Remark(
            Icon.WARN,
            _("{one} and {other} do not go together").format(one=one, other=other),
            _("Choose one of them."),
        )
        for one, other in view.conflicts
    ]
    return found or [Remark(Icon.CHECK, _("No conflicts"), _met(day, view, words))]


def _met(day: Day, view: FrameView, words: Words) -> str:
    """The dependencies that are met, in a few words."""
    both = words.gettext("{one} depends on {other}, both are included.")
    pairs = [
        (one.id, other)
        for one in (find(day.initiatives, key) for key in view.chosen)
        if one is not None
        for other in one.needs
    ]
    return " ".join(both.format(one=one, other=other) for one, other in pairs[:2])


def _co_determination(view: FrameView, words: Words) -> Remark:
    count = len(view.co_determination)
    title = words.ngettext(
        "{n} proposal requires negotiation (MBL)",
        "{n} proposals require negotiation (MBL)",
        count,
    ).format(n=count)
    return Remark(Icon.INFO, title, ", ".join(view.co_determination))


def _reasons(view: FrameView, words: Words) -> Remark:
    count = len(view.missing_reasons)
    if not count:
        return Remark(Icon.CHECK, words.gettext("Every row below the surface has a reason"))
    title = words.ngettext("{n} lacks a reason", "{n} lack a reason", count).format(n=count)
    return Remark(Icon.WARN, title, ", ".join(view.missing_reasons))
