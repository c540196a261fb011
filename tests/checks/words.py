"""The translation files: ``python tests/checks/words.py update`` (or ``check``).

``update`` collects the messages from the code into ``milstolpe.pot``, brings every language's
``.po`` up to date (it never guesses a translation) and compiles it to the ``.mo`` the program
reads.
``check`` writes nothing and says what ``update`` would change and what is not translated.
"""

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = "milstolpe"
LANGUAGES = ("sv",)

Key = tuple[str | None, str | tuple[str, ...]]


@dataclass(frozen=True)
class Files:
    """Where the code and the translation files are."""

    package: Path = ROOT / "workshop_app"
    locale: Path = ROOT / "resources" / "locale"

    @property
    def template(self) -> Path:
        """All messages, untranslated."""
        return self.locale / f"{DOMAIN}.pot"

    def source(self, language: str) -> Path:
        """What translators write."""
        return self.locale / language / "LC_MESSAGES" / f"{DOMAIN}.po"

    def compiled(self, language: str) -> Path:
        """What the program reads."""
        return self.source(language).with_suffix(".mo")


def key(message: Message) -> Key:
    """What tells one message from another: its context and its text or texts."""
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def messages(catalogue: Catalog) -> dict[Key, Message]:
    """The messages of a catalogue without its header."""
    return {key(message): message for message in catalogue if message.id}


def empty(language: str | None = None) -> Catalog:
    """A catalogue with a header and no messages."""
    return Catalog(
        locale=language,
        header_comment="# Words of Milstolpe. Made by: python3 dev.py words",
        project="Milstolpe",
        version="0",
        msgid_bugs_address="CONTRIBUTING.md",
        last_translator="Milstolpe contributors",
        language_team="Milstolpe contributors",
        fuzzy=False,
    )


def extract(package: Path) -> Catalog:
    """All messages in the code, in the order of the files they stand in."""
    catalogue = empty()
    found = extract_from_dir(package, comment_tags=("Translators:",), strip_comment_tags=True)
    for file, line, text, comments, context in sorted(found, key=lambda entry: entry[:2]):
        place = f"{package.name}/{Path(file).as_posix()}"
        catalogue.add(text, None, [(place, line)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path, language: str | None = None) -> Catalog:
    """A catalogue from a ``.po`` or ``.pot`` file; an empty one when there is no such file.

    Raises:
        PoFileError: the file is not well-formed.
    """
    if not path.exists():
        return empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as it stands in its file."""
    out = io.BytesIO()
    # No line numbers: they would change with every edit.
    write_po(out, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    return out.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it; fuzzy and empty translations are left out."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def is_compiled(catalogue: Catalog, path: Path) -> bool:
    """Whether the compiled file says what the catalogue says."""
    return path.exists() and path.read_bytes() == mo_bytes(catalogue)


# --- what is wrong ---------------------------------------------------------------------------


def placeholders(text: str) -> set[str]:
    """The names in braces: ``{n}`` gives ``n``.

    Raises:
        ValueError: a brace is not closed.
    """
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def translation_faults(message: Message) -> Iterator[str]:
    """What is wrong with one translation, one word or two each."""
    if message.fuzzy:
        yield "fuzzy"
    if isinstance(message.id, str):
        ids, strings = [message.id], [str(message.string or "")]
    else:
        ids, strings = list(message.id), list(message.string or ["", ""])
    if not all(strings):
        yield "not translated"
        return
    # The singular may do without the number: "en prick" for "{n} dot".
    optional = {"n"} if len(ids) > 1 else set()
    for number, string in enumerate(strings):
        original = placeholders(ids[min(number, len(ids) - 1)])
        try:
            differing = placeholders(string) ^ original
        except ValueError:
            yield "broken braces"
            continue
        if differing - (optional if number == 0 else set()):
            yield "placeholders differ: " + ", ".join(sorted(differing))


def faults(files: Files) -> list[str]:
    """Everything that keeps the translations from being complete and up to date."""
    wanted = messages(extract(files.package))
    found = []
    if set(messages(read(files.template))) != set(wanted):
        found.append(f"{files.template.name} is not up to date with the code")
    for language in LANGUAGES:
        catalogue = read(files.source(language), language)
        have = messages(catalogue)
        new, gone = wanted.keys() - have.keys(), have.keys() - wanted.keys()
        found += sorted(f"{language}: not in the .po file: {which[1]}" for which in new)
        found += sorted(f"{language}: no longer in the code: {which[1]}" for which in gone)
        found += [
            f"{language}: {fault}: {which[1]}"
            for which, message in have.items()
            for fault in translation_faults(message)
        ]
        if not is_compiled(catalogue, files.compiled(language)):
            found.append(f"{language}: the compiled {files.compiled(language).name} is stale")
    return found


# --- the commands ----------------------------------------------------------------------------


def update(files: Files) -> None:
    """Write the template, every language and what is compiled from it."""
    template = extract(files.package)
    old = read(files.template)
    # The date changes only with the messages, so that nothing changes when nothing has changed.
    if set(messages(old)) == set(messages(template)) and files.template.exists():
        template.creation_date = old.creation_date
    files.template.parent.mkdir(parents=True, exist_ok=True)
    files.template.write_bytes(po_bytes(template))
    for language in LANGUAGES:
        catalogue = read(files.source(language), language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
        catalogue.obsolete.clear()
        files.source(language).parent.mkdir(parents=True, exist_ok=True)
        files.source(language).write_bytes(po_bytes(catalogue))
        files.compiled(language).write_bytes(mo_bytes(catalogue))


def main(arguments: Sequence[str]) -> int:
    """Run ``update`` or ``check``; 1 when something is left to do, 2 for wrong usage."""
    files = Files()
    if arguments == ["update"]:
        update(files)
    elif arguments != ["check"]:
        print(__doc__)
        return 2
    found = faults(files)
    print(*found, sep="\n")
    print(f"{len(messages(read(files.template)))} messages, {len(found)} complaints")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
