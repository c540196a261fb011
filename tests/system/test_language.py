"""The words of the program with the names of a day, and without."""

from pathlib import Path

import pytest

from workshop_app.domain.local_names import renaming_of
from workshop_app.system.language import Language, Words

LOCALE = Path(__file__).parents[2] / "resources" / "locale"


@pytest.fixture
def words():
    return Words(LOCALE, Language.SWEDISH)


def test_every_way_of_asking_gives_the_name_of_the_day(words):
    words.call(renaming_of("milestone_name", "etappmål"))
    assert words.gettext("Milestones") == "Etappmål"
    assert words.ngettext("{n} milestone", "{n} milestones", 1) == "{n} etappmål"
    assert words.pgettext("heading", "Milestone") == "Etappmål"


def test_another_language_keeps_the_name_and_closing_gives_our_words_back(words):
    words.call(renaming_of("milestone_name", "goal"))
    words.gettext("Milestones")
    words.use(Language.ENGLISH)
    assert words.gettext("Milestones") == "Goals"
    words.call(None)
    assert words.gettext("Milestones") == "Milestones"


def test_a_second_name_replaces_the_first(words):
    words.call(renaming_of("milestone_name", "etappmål"))
    assert words.gettext("Milestones") == "Etappmål"
    words.call(renaming_of("milestone_name", "vägmärke"))
    assert words.gettext("Milestones") == "Vägmärken"


def test_our_own_words_can_be_had_beside(words):
    words.call(renaming_of("milestone_name", "etappmål"))
    assert words.calling(None).gettext("Milestones") == "Milstolpar"
    assert words.gettext("Milestones") == "Etappmål"


def test_a_sentence_is_renamed_once_and_then_remembered(words):
    class Counted:
        times = 0

        def said(self, message, text, language):
            Counted.times += 1
            return text.upper()

    words.call(Counted())
    assert [words.gettext("Undo") for _ in range(3)] == ["ÅNGRA"] * 3
    assert Counted.times == 1
