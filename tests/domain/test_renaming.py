"""The day's own names in every sentence of the program, in both languages."""

import datetime as dt
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.local_names import forum_beside, own_name, renaming, renaming_of
from workshop_app.domain.nouns import Workshop

PO = Path(__file__).parents[2] / "resources" / "locale" / "sv" / "LC_MESSAGES" / "milstolpe.po"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
OURS = {
    "milestone_name": (r"milstolp\w*", r"milestones?"),
    "track_name": (r"spårområde\w*|spår(et|en)?", r"tracks?"),
    "initiative_name": (r"initiativ(et|en)?", r"initiatives?"),
}
TABLE = [
    ("milestone_name", "etappmål"),
    ("milestone_name", "delmål"),
    ("milestone_name", "vägmärke"),
    ("track_name", "målområde"),
    ("track_name", "inriktning"),
    ("initiative_name", "satsning"),
    ("initiative_name", "åtgärd"),
]


def workshop(**names):
    return Workshop(id="w", title="Day", date=dt.date(2027, 4, 22), **names)


def messages():
    """Each sentence: English, and the same in Swedish."""
    with PO.open("rb") as file:
        for message in read_po(file):
            english = message.id if isinstance(message.id, tuple) else (message.id,)
            swedish = message.string if isinstance(message.string, tuple) else (message.string,)
            for one, said in zip(english, swedish, strict=True):
                if one and said:
                    yield one, said


MESSAGES = tuple(messages())


def called(name, written, english, swedish):
    found = renaming_of(name, written)
    assert found is not None
    return found.said(english, swedish, "sv")


@pytest.mark.parametrize(("name", "written"), TABLE)
def test_no_sentence_keeps_our_word_and_none_has_two_forms(name, written):
    swedish_word, english_word = OURS[name]
    names = renaming(workshop(**{name: written}))
    renamed = 0
    for english, swedish in MESSAGES:
        bare = PLACEHOLDER.sub("", english)
        if not re.search(rf"\b({english_word})\b", bare, re.IGNORECASE):
            assert names.said(english, swedish, "sv") == swedish
            continue
        said = names.said(english, swedish, "sv")
        left = re.search(rf"\b({swedish_word})\b", PLACEHOLDER.sub("", said), re.IGNORECASE)
        assert left is None or "spår" in written, said
        assert not re.search(rf"{written}\w*\s+{written}", said), said
        assert not re.search(r"\b(en|den|ingen) \w*(mål|märke|område)t?\b", said.lower()), said
        in_english = names.said(english, english, "en")
        assert not re.search(rf"\b({english_word})\b", PLACEHOLDER.sub("", in_english), re.I)
        renamed += 1
    assert renamed > 10


@pytest.mark.parametrize(
    ("name", "written", "english", "swedish", "said"),
    [
        ("milestone_name", "etappmål", "No milestone is chosen", "Ingen milstolpe är vald",
         "Inget etappmål är valt"),
        ("milestone_name", "vägmärke", "Choose another milestone to merge with.",
         "Välj en annan milstolpe att slå ihop med.",
         "Välj ett annat vägmärke att slå ihop med."),
        ("milestone_name", "delmål", "The milestone is on its own already.",
         "Milstolpen är redan för sig själv.", "Delmålet är redan för sig självt."),
        ("milestone_name", "delmål", "The end of the milestone: the vote on milestones",
         "Milstolpens slut: milstolpsomröstningen", "Delmålets slut: delmålsomröstningen"),
        ("milestone_name", "etappmål", "MILESTONES", "MILSTOLPAR", "ETAPPMÅL"),
        ("track_name", "inriktning", "All tracks", "Alla spår", "Alla inriktningar"),
        ("track_name", "inriktning", "Lock track", "Lås spår", "Lås inriktning"),
        ("track_name", "inriktning", "No track is chosen", "Inget spår är valt",
         "Ingen inriktning är vald"),
        ("track_name", "inriktning", "Edit the {track}", "Ändra {track}", "Ändra {track}"),
        ("initiative_name", "satsning", "{n} of {all} initiatives", "{n} av {all} initiativ",
         "{n} av {all} satsningar"),
        ("initiative_name", "satsning", "An initiative cannot belong with itself.",
         "Ett initiativ kan inte höra ihop med sig självt.",
         "En satsning kan inte höra ihop med sig själv."),
        ("plan_name", "verksamhetsplan", "The plan's last year", "Planens slutår",
         "Verksamhetsplanens slutår"),
        ("forum_name", "Framtidsforum", "since the last forum", "sedan förra forumet",
         "sedan förra Framtidsforumet"),
    ],
)  # fmt: skip
def test_articles_endings_and_capitals_follow(name, written, english, swedish, said):
    names = renaming(workshop(**{name: written}))
    assert names.said(english, swedish, "sv") == said


def test_a_word_that_only_looks_like_ours_is_left_alone():
    names = renaming(workshop(milestone_name="etappmål", track_name="inriktning"))
    assert names.said("About Milstolpe", "Om Milstolpe", "sv") == "Om Milstolpe"
    workshop_days = "Verkstadsdagar (*.milstolpe)"
    assert names.said("Workshop days (*.milstolpe)", workshop_days, "sv") == workshop_days
    assert names.said("Trace it", "Spåra det", "sv") == "Spåra det"


def test_in_english_the_article_and_the_number_follow():
    names = renaming(workshop(milestone_name="aim", initiative_name="priority, priorities"))
    assert names.said("A milestone", "A milestone", "en") == "An aim"
    assert names.said("An initiative", "An initiative", "en") == "A priority"
    assert names.said("Merge milestones", "Merge milestones", "en") == "Merge aims"
    assert names.said("No initiatives", "No initiatives", "en") == "No priorities"


@pytest.mark.parametrize(
    "names",
    [
        {},
        {
            "track_name": "spårområde",
            "track_short_name": "spår",
            "milestone_name": "milstolpe",
            "initiative_name": "initiativ",
            "plan_name": "strategisk plan",
            "forum_name": "strategiskt forum",
        },
        {"track_name": "Strategic track", "milestone_name": "Milestone", "plan_name": "Plan"},
    ],
)
def test_a_name_that_is_ours_in_either_language_changes_nothing(names):
    assert renaming(workshop(**names)) is None


def test_the_short_name_of_a_track_is_for_running_text_and_the_long_for_the_long():
    names = renaming(workshop(track_name="målområde", track_short_name="mål"))
    assert names.said("Tracks", "Spår", "sv") == "Mål"
    assert names.said("Tracks", "Spårområden", "sv") == "Målområden"
    assert names.said("strategic track", "strategic track", "en") == "målområde"
    alone = renaming(workshop(track_name="inriktning"))
    assert alone.said("Tracks", "Spår", "sv") == "Inriktningar"


def test_a_common_noun_is_small_in_running_text_and_an_own_name_is_not():
    names = renaming(workshop(milestone_name="Etappmål", plan_name="Kompassen"))
    assert names.said("{n} milestones", "{n} milstolpar", "sv") == "{n} etappmål"
    assert names.said("What the plan was", "Vad planen var", "sv") == "Vad Kompassen var"


def test_the_forum_stands_beside_a_title_that_does_not_say_it():
    named = workshop(forum_name="framtidsforum", process_name="budgetarbete")
    assert forum_beside(named) == "Framtidsforum"
    assert forum_beside(named.changed(title="Framtidsforum 2")) == ""
    assert own_name(named, "process_name") == "Budgetarbete"
    assert own_name(workshop(plan_name="strategic plan"), "plan_name") == ""


@given(
    st.text(min_size=1, max_size=40),
    st.sampled_from(sorted(OURS)),
    st.sampled_from(MESSAGES),
)
def test_no_name_changes_what_a_sentence_is_filled_in_with(written, name, message):
    names = renaming(workshop(**{name: written}))
    if names is None:
        return
    for text, language in ((message[1], "sv"), (message[0], "en")):
        said = names.said(message[0], text, language)
        assert PLACEHOLDER.findall(said) == PLACEHOLDER.findall(text)
        assert said.count("{") == text.count("{")
