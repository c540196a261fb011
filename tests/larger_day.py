"""A made-up day that is larger than the sample: the same at every call.

Two boards, 62 people, 6 tracks with other names, 70 milestones, 84 initiatives, titles of 200
letters, emoji, cells that look like formulas, and four ways to write an amount.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace

from workshop_app.domain.day import Day
from workshop_app.domain.kinds import (
    AgendaKind,
    Better,
    ChallengeKind,
    EvidenceType,
    FollowUpStatus,
    FrameStatus,
    Half,
    IdeaOutcome,
    InitiativeKind,
    MilestoneStatus,
    Regulation,
    RoundMethod,
    Secrecy,
    Side,
    StanceKind,
)
from workshop_app.domain.nouns import (
    AgendaItem,
    Board,
    CalendarStep,
    Challenge,
    Direction,
    FollowUp,
    ForecastLine,
    FrameAlternative,
    Idea,
    Indicator,
    Initiative,
    Milestone,
    NeedPart,
    Participant,
    Portfolio,
    Recipient,
    Referral,
    ReviewedActivity,
    Stance,
    SteeringDocument,
    Track,
    Unit,
    VotingRound,
    Workshop,
)

UNITS, PEOPLE, TRACKS, MILESTONES, INITIATIVES = 14, 62, 6, 70, 84
TRACK_NAMES = ("Nära natur", "Öppna dörrar", "Ännu tryggare", "Åldras väl", "Klimat", "Digitalt")
LONG = "Åtgärden når hela kommunen och bygger på det som redan fungerar i vardagen. "
ODD = (
    "=SUM(A1:A9)",
    "+46 8 123 45",
    "-5 grader i hallen",
    "@alla",
    "'=redan skyddad",
    "🏊 Simhall 🌳 och park",
    'Kallas "Navet"; delas, med alla',
    "Två rader\nså här",
    "En | två \\ tre",
    "1,250",
    "’citat’ – och tankstreck",
)
"""Texts that a careless reader or writer of tables changes."""


def odd(n: int, text: str) -> str:
    """One of the odd texts now and then, or a text of 200 letters, or the text itself."""
    if n % 7 == 3:
        return f"{ODD[n % len(ODD)]} {n}" if n % 2 else ODD[n % len(ODD)]
    return (LONG * 3)[:196] + f" {n:03d}" if n % 11 == 5 else text


def larger_day(*, emoji: bool = True) -> Day:
    """The day. Without emoji it can be written in Windows-1252."""
    day = Day(
        workshop=_workshop(),
        boards=tuple(_boards()),
        units=tuple(_units()),
        participants=tuple(_people()),
        documents=tuple(_documents()),
        tracks=tuple(_tracks()),
        ideas=tuple(_ideas()),
        milestones=tuple(_milestones()),
        follow_ups=tuple(_follow_ups()),
        activities=tuple(_activities()),
        need_parts=tuple(_need_parts()),
        forecast=tuple(_forecast()),
        referrals=tuple(_referrals()),
        indicators=tuple(_indicators()),
        initiatives=tuple(_initiatives()),
        frames=tuple(_frames()),
        portfolios=tuple(_portfolios()),
        stances=tuple(_stances()),
        agenda=tuple(_agenda()),
        calendar=tuple(_calendar()),
        recipients=tuple(_recipients()),
        rounds=tuple(_rounds()),
        challenges=tuple(_challenges()),
        directions=tuple(_directions()),
    )
    return day if emoji else _without_emoji(day)


def amount_ways(tkr: int) -> tuple[str, ...]:
    """The ways people write one amount; all are read as the same."""
    spaced = f"{abs(tkr):,}".replace(",", "\u00a0")
    sign = "\u2212" if tkr < 0 else ""
    million = f"{abs(tkr) // 1000},{abs(tkr) % 1000:03d}"
    return (str(tkr), f"{sign}{spaced}", f"{sign}{spaced} tkr", f"{sign}{million} mnkr")


def _without_emoji(day: Day) -> Day:
    content = {}
    for each in fields(day):
        value = getattr(day, each.name)
        if isinstance(value, tuple):
            content[each.name] = tuple(_plainer(noun) for noun in value)
    return replace(day, **content)


def _plainer(noun):
    texts = {
        name: value.replace("🏊", "Sim:").replace("🌳", "träd")
        for name, value in noun.model_dump().items()
        if isinstance(value, str)
    }
    return noun.changed(**texts)


def _workshop() -> Workshop:
    return Workshop(
        id="2031-dag",
        title="Prioriteringsdag 2031: kultur, fritid och utbildning",
        date=dt.date(2031, 3, 13),
        start="08:00",
        end="16:30",
        venue="=Folkets hus",
        municipality="Påhittköping",
        inhabitants=61_250,
        department="Förvaltningen för bildning",
        board="Bildningsnämnden",
        owner_role="",
        purpose=(LONG * 4).strip(),
        expected_result="Förslag\ni två delar",
        registry_number="BN 2031/17",
        budget_year=2032,
        plan_period="2032–2034",
        plan_end_year=2036,
        sign_rule="Minus betyder lägre nettokostnad.",
        result_target="Minst 1,5 procent",
        result_target_permille=15,
        tax_base_tkr=4_321_500,
        budget_tkr=905_400,
        need_tkr=931_250,
        forecast_name="Prognos 1",
        forum_name="utvecklingsforum",
        process_name="verksamhetsplan",
        track_name="målområde",
        track_short_name="område",
        plan_name="utvecklingsplan",
        plan_former_name="färdplan",
        milestone_name="delmål",
        initiative_name="åtgärd",
        ground_rules="Alla talar.\n- Ingen avbryter.",
        contact="@kansliet",
    )


def _boards() -> Iterator[Board]:
    for n, name in enumerate(("Bildningsnämnden", "Kultur- och fritidsnämnden"), start=1):
        yield Board(
            id=f"N{n}",
            position=n,
            name=name,
            net_budget_tkr=450_000 + n,
            special_law_tkr=300_000 * (2 - n),
            forecast_tkr=-1_250 * n,
        )


def _units() -> Iterator[Unit]:
    for n in range(1, UNITS + 1):
        yield Unit(
            id=f"E{n}",
            position=n,
            name=f"Enhet {n} Åäö",
            board_id=f"N{n % 2 + 1}",
            net_budget_tkr=12_345 * n,
            special_law_tkr=1_000 * n,
            comment=odd(n, "Frivillig verksamhet."),
            frame_tkr=None if n % 3 else 11_000 * n,
        )


def _people() -> Iterator[Participant]:
    for n in range(1, PEOPLE + 1):
        yield Participant(
            id=f"D{n:02d}",
            position=n,
            role="Värd" if n == 1 else odd(n, f"Enhetschef {n}"),
            name="" if n % 4 else f"Namn Namnsson {n}",
            unit_id=f"E{n % UNITS + 1}" if n % 9 else "",
            group=("ledningsgrupp", "strateger", "")[n % 3],
            organisation="Föreningen Gäst" if n > 55 else "",
            votes_morning=n % 5 != 0,
            votes_afternoon=n % 4 != 0,
            present=n % 10 != 0,
            task="Värd" if n == 1 else "",
        )


def _documents() -> Iterator[SteeringDocument]:
    years = ((2028, 2033), (2030, None), (None, 2034), (2031, 2031), (None, None))
    for n in range(1, 21):
        first, last = years[n % len(years)]
        yield SteeringDocument(
            id=f"M{n}",
            position=n,
            kind=("mål", "plan", "program")[n % 3],
            title=odd(n, f"Styrdokument {n}"),
            decided_by="Kommunfullmäktige",
            from_year=first,
            to_year=last,
        )


def _tracks() -> Iterator[Track]:
    for n, name in enumerate(TRACK_NAMES, start=1):
        yield Track(
            id=f"OMR-{n}",
            position=n,
            name=name,
            question=odd(n, f"Vad krävs för {name.lower()}?"),
            decided="Ledningsgruppen 2030-12-02",
            owner_role="Utvecklingschef",
            locked=n != 6,
        )


def _ideas() -> Iterator[Idea]:
    for n in range(1, 41):
        yield Idea(
            id=f"F{n:02d}",
            position=n,
            number=n,
            track_id=f"OMR-{n % TRACKS + 1}",
            text=odd(n, f"Idé nummer {n}"),
            outcome=tuple(IdeaOutcome)[n % len(IdeaOutcome)],
            milestone_id=f"MS{n}" if n % 4 == 1 else "",
            comment="",
            raised_by="Grupp 2" if n % 2 else "",
            merged_with=f"F{n - 1:02d}" if n % 4 == 2 and n > 1 else "",
        )


def _milestones() -> Iterator[Milestone]:
    for n in range(1, MILESTONES + 1):
        yield Milestone(
            id=f"MS{n}",
            position=n,
            track_id=f"OMR-{n % TRACKS + 1}",
            title=odd(n, f"Delmål {n} är nått"),
            short_name="" if n % 3 else f"Delmål {n} 🌳",
            year=None if n % 17 == 0 else 2031 + n % 6,
            quarter=None if n % 2 else n % 4 + 1,
            owner_role=f"Enhetschef {n % 20}",
            measure=odd(n + 1, "Andel"),
            current_state="12 procent",
            desired_state="100 procent",
            evidence=odd(n + 2, "Enkät 2030"),
            evidence_type=tuple(EvidenceType)[n % len(EvidenceType)],
            evidence_strength=n % 3 + 1,
            status=tuple(MilestoneStatus)[n % len(MilestoneStatus)],
            goes_on=n % 4 == 0,
            shared_with=(f"E{n % UNITS + 1}", f"E{(n + 3) % UNITS + 1}") if n % 3 == 0 else (),
            shared_with_external=("Region | Nord", "Föreningar\\klubbar") if n % 5 == 0 else (),
            origin="Idé" if n % 6 == 0 else "",
            since_last="new" if n % 8 == 0 else "",
        )


def _follow_ups() -> Iterator[FollowUp]:
    for n in range(1, 11):
        yield FollowUp(
            id=f"U{n}",
            position=n,
            from_day="Forum 2030",
            from_date=dt.date(2030, 3, 14),
            track_id=f"OMR-{n % TRACKS + 1}",
            year=2030,
            quarter=n % 4 + 1,
            title=odd(n, f"Tidigare delmål {n}"),
            owner_role="Utvecklingschef",
            status=tuple(FollowUpStatus)[n % len(FollowUpStatus)],
            comment="Klart",
            leads_to=f"MS{n}" if n % 2 else "",
        )


def _activities() -> Iterator[ReviewedActivity]:
    for n in range(1, 11):
        yield ReviewedActivity(
            id=f"V{n}",
            position=n,
            title=odd(n, f"Verksamhet {n}"),
            net_cost_tkr=640 * n,
            evidence="Besök 2030",
            question="Gör vi rätt saker?",
        )


def _need_parts() -> Iterator[NeedPart]:
    for n, tkr in enumerate((19_350, 4_500, 2_000), start=1):
        yield NeedPart(id=f"del{n}", position=n, name=f"Del {n}", amount_tkr=tkr)


def _forecast() -> Iterator[ForecastLine]:
    lines = (("municipality", ""), ("board", "N1"), ("board", "N2"), ("unit", "E5"))
    for n, (scope, ref) in enumerate(lines, start=1):
        yield ForecastLine(
            id=f"P{n}",
            position=n,
            scope=scope,
            ref_id=ref,
            amount_tkr=-700 * n,
            cause="=Hyror" if n == 4 else "",
            budget_tkr=10_000 * n if n % 2 else None,
            year_end_tkr=None if n % 2 else 9_000,
        )


def _referrals() -> Iterator[Referral]:
    yield Referral(
        id="remiss1",
        position=1,
        sender="Kommunstyrelsen",
        sent=dt.date(2031, 3, 4),
        answer_by=dt.date(2031, 4, 30),
        recipients=("Bildningsnämnden", "Kultur- och fritidsnämnden"),
        frame_ids=("A1", "A2"),
        question="Vilket alternativ förordas?",
    )


def _indicators() -> Iterator[Indicator]:
    for n in range(1, 13):
        yield Indicator(
            id=f"L{n}",
            position=n,
            area=("ekonomi", "kvalitet", "medarbetare")[n % 3],
            name=odd(n, f"Nyckeltal {n}"),
            value=("-900", "83", "1,5", "+4")[n % 4],
            unit="procent",
            previous="-1150",
            source="Kolada",
            better=tuple(Better)[n % 2],
            preliminary=n % 5 == 0,
            good="Bra",
            needs_work="- mer",
            action="Gör mer",
            action_owner="Controller",
            action_by=dt.date(2031, 9, 1) if n % 2 else None,
            leads_to=("", "MS2", "I03")[n % 3],
            year=None if n % 2 else 2030,
        )


def _initiatives() -> Iterator[Initiative]:
    for n in range(1, INITIATIVES + 1):
        yield Initiative(
            id=f"I{n:02d}",
            position=n,
            title=odd(n, f"Åtgärd {n}"),
            short_name="" if n % 2 else f"Åtgärd {n}",
            unit_id=f"E{n % UNITS + 1}",
            kind=tuple(InitiativeKind)[n % len(InitiativeKind)],
            effect_tkr=(-1) ** n * (125 * n + 1_000),
            effect2_tkr=(-1) ** n * 125 * n,
            effect3_tkr=0,
            regulation=tuple(Regulation)[n % 2],
            legal_reference="skollagen (2010:800) 8 kap. 3 §" if n % 2 else "",
            level_fixed_by_law=n % 12 == 0,
            prepared_need=("need", "nice", "")[n % 3],
            goal_ids=("M1", f"M{n % 20 + 1}") if n % 20 else (),
            document_ids=("M3",) if n % 4 == 0 else (),
            track_id=f"OMR-{n % TRACKS + 1}",
            co_determination=n % 6 == 0,
            owner_role="Enhetschef",
            needs=(f"I{n - 1:02d}",) if n % 10 == 0 else (),
            conflicts_with=(f"I{n + 1:02d}",) if n % 25 == 0 else (),
            consequence=odd(n + 3, "Färre besök."),
            voted_on=n % 12 != 0,
            weighed=odd(n + 4, "Öppettider"),
            weighed_short_name="Öppet" if n % 2 else "",
            shared_with=("E1", "E2") if n % 9 == 0 else (),
            shared_with_external=("Region|Syd",) if n % 13 == 0 else (),
            free_saving=n % 21 == 0,
            for_whom="Barn",
            co_use=n % 2 == 0,
            premises="Navet" if n % 7 == 0 else "",
            origin="L3" if n % 30 == 0 else "",
            since_last="changed" if n % 15 == 0 else "",
        )


def _frames() -> Iterator[FrameAlternative]:
    for n, tkr in enumerate((920_000, 915_500, 928_000), start=1):
        yield FrameAlternative(
            id=f"A{n}",
            position=n,
            name=f"Alternativ {n}",
            frame_tkr=tkr,
            result_permille=(20, -5, None)[n - 1],
            reaches_target=n != 2,
            description=odd(n, "Lika för alla."),
            status=tuple(FrameStatus)[n - 1],
            decided_on=dt.date(2031, 2, 1) if n == 3 else None,
            paragraph="§ 12" if n == 3 else "",
        )


def _portfolios() -> Iterator[Portfolio]:
    locked = tuple(f"I{n:02d}" for n in range(12, INITIATIVES + 1, 12))
    yield Portfolio(id="A1", position=1, frame_id="A1", chosen=("I01", "I02", *locked))
    yield Portfolio(id="A2", position=2, frame_id="A2", chosen=locked)
    yield Portfolio(
        id="A1-lage1", position=3, frame_id="A1", chosen=("I05",), snapshot=1, saved_as="Läge 1"
    )


def _stances() -> Iterator[Stance]:
    for n, (frame, initiative) in enumerate((("A1", "I01"), ("A1", "I03"), ("A2", "I04")), start=1):
        yield Stance(
            id=f"{frame}/{initiative}",
            position=n,
            frame_id=frame,
            initiative_id=initiative,
            side=tuple(Side)[n - 1],
            kind=(None, StanceKind.LATER, StanceKind.DONT)[n - 1],
            reason=odd(n, "Ryms inte."),
        )


def _agenda() -> Iterator[AgendaItem]:
    for n in range(1, 15):
        yield AgendaItem(
            id=str(n),
            position=n,
            title=odd(n, f"Punkt {n}"),
            start=f"{8 + n // 2:02d}:{n % 2 * 30:02d}",
            end=f"{8 + (n + 1) // 2:02d}:{(n + 1) % 2 * 30:02d}",
            minutes=30,
            kind=tuple(AgendaKind)[n % len(AgendaKind)],
            owner_role="Processledare",
            instruction=odd(n + 5, ""),
            round_id="delmal" if n == 4 else "",
            step="vote" if n == 4 else "",
        )


def _calendar() -> Iterator[CalendarStep]:
    for n in range(1, 13):
        yield CalendarStep(
            id=f"K{n}",
            position=n,
            date=dt.date(2031, n, 15),
            event=odd(n, f"Nämnd {n}"),
            content="Underlag",
            kind="nämnd" if n % 2 else "",
        )


def _recipients() -> Iterator[Recipient]:
    for n in range(1, 6):
        yield Recipient(
            id=f"R{n}",
            position=n,
            name=odd(n, f"Mottagare {n}"),
            kind="nämnd",
            gets="Förslag",
            by=dt.date(2031, 4, n),
            sent_on=dt.date(2031, 4, 2) if n == 2 else None,
        )


def _rounds() -> Iterator[VotingRound]:
    yield VotingRound(
        id="delmal",
        position=1,
        series="delmal",
        name="Prickar på delmål",
        method=RoundMethod.DOTS,
        half=Half.MORNING,
        dots=3,
        cap=2,
        per_track=True,
        advance=4,
        options=tuple(f"MS{n}" for n in range(1, 31)),
        tie_order=tuple(f"MS{n}" for n in range(30, 0, -1)),
        minutes=12,
        closes_on_time=True,
        channels=("laptop", "phone"),
    )
    yield VotingRound(
        id="atgarder-omgang-2-med-ett-ganska-langt-namn",
        position=2,
        series="atgarder",
        number=2,
        name="Prickar och stopp",
        question="",
        method=RoundMethod.POINTS,
        half=Half.AFTERNOON,
        dots=8,
        cap=3,
        stops=2,
        options=tuple(f"I{n:02d}" for n in range(1, 12)),
        split_by="unit",
        threshold_percent=75,
        headings_confirmed=True,
        run_off_of="delmal",
    )
    yield VotingRound(
        id="slut",
        position=3,
        series="slut",
        name="Hur var dagen?",
        method=RoundMethod.RATING,
        half=Half.AFTERNOON,
        may_abstain=True,
        options=("Jag kunde bidra", "=Det var roligt"),
        secrecy=Secrecy.OPEN,
    )


def _challenges() -> Iterator[Challenge]:
    for n in range(1, 21):
        yield Challenge(
            id=f"C{n:02d}",
            position=n,
            kind=tuple(ChallengeKind)[n % 2],
            text=odd(n, f"Utmaning {n}"),
            unit_id=f"E{n % UNITS + 1}",
            track_id="" if n % 2 else "OMR-2",
            raised_by="Enheten",
            outcome=tuple(IdeaOutcome)[n % len(IdeaOutcome)],
            merged_with="C01" if n == 7 else "",
        )


def _directions() -> Iterator[Direction]:
    for n in range(1, 4):
        yield Direction(
            id=f"X{n}",
            position=n,
            number=n,
            text=odd(n, f"Inriktning {n}"),
            stands_behind="Alla",
            disagreement=n == 3,
        )
