"""Makes the stored file of format 1 and what is expected of it.

Run once, before format 1 is released (`python -m tests.files.make_format_1`); a released file is
never made again.
"""

import datetime as dt
import json
import secrets
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from workshop_app.app.results import results
from workshop_app.domain.ballots import Ballot, HandCount
from workshop_app.domain.day import with_noun
from workshop_app.domain.kinds import Channel, Half, RoundMethod, Secrecy
from workshop_app.domain.nouns import VotingRound
from workshop_app.domain.ops import Op
from workshop_app.storage.cards import card_of
from workshop_app.storage.dayfile import Cast, DayFile
from workshop_app.storage.importing import read_source
from workshop_app.storage.patch import difference

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "resources" / "sample" / "day.json"
FILE, EXPECTED = HERE / "format_1.milstolpe", HERE / "format_1.json"


def clock() -> dt.datetime:
    """The same moment every time."""
    return dt.datetime(2027, 4, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def a_round(key: str, secrecy: Secrecy) -> VotingRound:
    return VotingRound(
        id=key,
        series=key,
        name=key,
        method=RoundMethod.CHOICE,
        half=Half.MORNING,
        answers=("yes", "no"),
        options=("Q",),
        secrecy=secrecy,
        counts_hands=True,
    )


def fill(file: DayFile) -> None:
    """One of everything the file can hold."""
    day = file.load()
    rounds = [a_round("named", Secrecy.OPEN)]
    rounds += [a_round(key, Secrecy.ANONYMOUS) for key in ("cards", "disposed", "left", "false")]
    file.apply(Op.NEW_ROUND, difference(day, replace(day, rounds=(*day.rounds, *rounds))))
    day = file.load()
    person = day.participants[0].changed(name="Asta Ek")
    after = replace(day, participants=with_noun(day.participants, person))
    file.apply(Op.EDIT_PARTICIPANT, difference(day, after))
    file.erase_person(person.id)
    day = file.load()
    after = replace(day, workshop=day.workshop.changed(venue="Somewhere else"))
    file.apply(Op.EDIT_WORKSHOP, difference(day, after))
    file.undo()
    for key in ("named", "cards", "disposed", "left", "false"):
        file.open_round(key, 6, [card_of(f"CARD{n}") for n in range(6)] if key == "cards" else None)
        for n in range(4):
            ballot = Ballot(answers={"Q": "no" if n == 3 else "yes"})
            who = {"voter": ""} if key == "cards" else {"voter": f"P{n}"}
            code = f"CARD{n}" if key == "cards" else ""
            key_bytes = secrets.token_bytes(16)
            file.cast(Cast(key, who["voter"], Channel.LAPTOP, ballot, key_bytes, code))
    counts = {"Q": {"yes": 1, "no": 1}}
    file.count_hands("named", HandCount(2, counts, second=counts))
    for key in ("named", "cards", "disposed"):
        file.close_round(key)
    file.reopen_round("cards")
    file.close_round("cards")
    for key in ("named", "cards", "disposed"):
        file.show_round(key)
    file.lock_round("disposed")
    file.dispose_ballots("disposed", "Decision 12")
    file.cancel_round("false")
    file.set_place("vote")


def told(file: DayFile) -> dict[str, object]:
    """What is expected of the file."""
    day = file.load()
    names = {person.id: person.name for person in day.participants}
    marks = {key: len(standing.done) for key, standing in day.votes.items()}
    found = {"results": results(day, file.head()), "names": names, "marks": marks}
    return {**found, "place": file.place(), "undoable": file.undoable()}


def main() -> None:
    """Make both."""
    FILE.unlink(missing_ok=True)
    imported = read_source(SAMPLE, today=clock().date())
    with closing(DayFile.create(FILE, imported.day, Op.IMPORT_DAY, clock=clock)) as file:
        file.import_votes(imported.ballots, imported.hands)
        fill(file)
        text = json.dumps(told(file), ensure_ascii=False, indent=1, sort_keys=True)
    EXPECTED.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
