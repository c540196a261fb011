"""Every code has words: steps, acts, refusals, and what the world does."""

import ast
from pathlib import Path

import pytest

from workshop_app.domain.kinds import RoundMethod, RoundState
from workshop_app.domain.ops import Op
from workshop_app.domain.refused import Refused
from workshop_app.system.errors import KnownError
from workshop_app.ui.attempt import tried
from workshop_app.ui.keys import key_caption
from workshop_app.ui.refusals import refusal_sentences, world_sentences
from workshop_app.ui.texts import (
    group_name,
    known,
    method_name,
    op_name,
    refusal,
    state_name,
    step_name,
)

PACKAGE = Path(__file__).resolve().parents[2] / "workshop_app"
RAISERS = {"Refused", "_refuse_if", "KnownError", "FileRefused"}
# An import tells what is wrong row by row, in words of its own (`ui.problems`).
OF_AN_IMPORT = {"import_refused"}


def codes_raised(names):
    """Every literal code that the program raises with one of these calls."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                found |= {
                    argument.value
                    for argument in node.args[:2]
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                }
    return found - OF_AN_IMPORT


def test_every_code_that_is_raised_has_words(english):
    worded = set(refusal_sentences(english)) | set(world_sentences(english))
    raised = codes_raised(RAISERS)
    assert {"too_many_dots", "no_voters", "cannot_write"} <= raised
    assert raised - worded == set()


def test_facts_stand_in_the_sentence(english):
    assert refusal(english, Refused("after_plan_end", year=2034, end=2030)).startswith(
        "The target year 2034 is after the plan's last year 2030."
    )
    refused = Refused("not_now", state="locked", act="open")
    assert refusal(english, refused) == "That cannot be done while the vote is locked."


def test_an_unknown_code_still_says_that_nothing_is_lost(english):
    assert "Nothing has been changed" in refusal(english, Refused("never_heard_of"))
    assert "Nothing has been lost" in known(english, KnownError("never_heard_of"))


def test_a_missing_fact_leaves_a_gap_and_no_error(english):
    assert refusal(english, Refused("over_cap")).startswith("You have put  dots")


def test_what_is_tried_gives_a_sentence_or_nothing(english):
    def refuse():
        raise Refused("name_missing")

    def fail():
        raise KnownError("disk_full")

    assert tried(english, list) == ""
    assert tried(english, refuse) == "Give the proposal a name first."
    assert tried(english, fail).startswith("The disk is full.")


def test_every_act_method_and_state_has_a_name(english):
    for op in Op:
        assert op_name(english, op) != op.value
    for method in RoundMethod:
        assert method_name(english, method)
    for state in RoundState:
        assert state_name(english, state)


def test_the_steps_and_groups_have_names(english):
    steps = ["vote", "roadmap", "prioritise", "frame", "summary", "welcome"]
    assert [step_name(english, step) for step in steps] == [
        "Vote",
        "Road map",
        "Prioritise",
        "Frame",
        "Summary",
        "Welcome",
    ]
    assert [group_name(english, g) for g in ("prepare", "morning", "afternoon", "finish")] == [
        "Prepare",
        "Morning",
        "Afternoon",
        "Finish",
    ]
    assert step_name(english, "other") == group_name(english, "other") == "other"


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [
        ("Ctrl+Right", "Ctrl →"),
        ("Alt+PgDown", "Alt PgDn"),
        ("Return", "Enter"),
        ("Ctrl++", "Ctrl +"),
        ("+", "+"),
        ("?", "?"),
        ("F5", "F5"),
    ],
)
def test_a_key_is_shown_as_a_person_reads_it(english, sequence, shown):
    assert key_caption(english, sequence) == shown
