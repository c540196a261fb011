"""The list of keys has every key that does something now, and none that does not."""

from PySide6.QtWidgets import QLabel

from workshop_app.ui.act import Act
from workshop_app.ui.keys_dialog import KeysDialog
from workshop_app.ui.widgets.drawing import KeyBox


def nothing():
    """Does nothing."""


def never():
    return False


def listed(dialog):
    return [
        words.text() for words in dialog.findChildren(QLabel) if words.property("role") == "row"
    ]


def test_only_what_can_be_done_now_is_listed_and_the_steps_own_act_goes_first(qtbot, desk, english):
    step = (Act("a", "Open the vote", ("V",), nothing), Act("b", "Reveal", ("R",), nothing, never))
    everywhere = (
        Act("c", "Something else", ("V",), nothing),
        Act("d", "Next step", ("Ctrl+Right", "V"), nothing),
        Act("e", "Undo", ("Ctrl+Z",), nothing, never),
        Act("f", "Without a key", (), nothing),
    )
    dialog = KeysDialog(english, ("Vote", step), everywhere, desk)
    qtbot.addWidget(dialog)
    assert listed(dialog) == ["Open the vote", "Next step"]
    told = [words.text() for words in dialog.findChildren(QLabel)]
    assert any("has the keys of: Something else." in text for text in told)
    assert "V" not in [box.text for box in dialog.findChildren(KeyBox)][1:]


def test_a_key_is_the_steps_also_while_it_does_nothing_there(qtbot, desk, english):
    step = (Act("a", "Smaller", ("Ctrl+-",), nothing, never),)
    everywhere = (Act("b", "Shared screen smaller", ("Ctrl+-",), nothing),)
    dialog = KeysDialog(english, ("Summary", step), everywhere, desk)
    qtbot.addWidget(dialog)
    assert listed(dialog) == []


def test_the_desks_list_is_what_its_shortcuts_do(desk):
    desk.show_keys()
    dialog = desk.findChild(KeysDialog)
    acts = (*desk.frame.acts(desk.page), *desk._acts)
    assert set(listed(dialog)) == {act.text for act in acts if act.keys and act.enabled()}
    assert "Undo" not in listed(dialog)
    dialog.close()
