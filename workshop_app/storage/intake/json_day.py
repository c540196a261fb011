"""Taking a `day.json` apart into tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from workshop_app.storage.intake.problems import ImportProblem
from workshop_app.storage.intake.tables import Cell, Row, Source, Table, plain

_PREFIXES = {"roster": "roster_", "hander": "hander_"}
# Keys whose last part is a unit or a pattern, in words a person reads.
_NEED_WORDS = {
    "pris_och_loneokning": "Pris- och löneökning",
    "ny_sporthall_drift_och_hyra": "Ny sporthall, drift och hyra",
    "konstgras_kapitalkostnad": "Konstgräs, kapitalkostnad",
}
_SHOWN = 60
_OTHER_NAMES = {
    "day": "meta",
    "local_names": "lokala_namn",
    "economy": "ekonomi",
    "referral": "remiss",
    "lottery": "lottordning",
    "ballots": "roster",
    "hands": "hander",
    "alla_roster": "roster_",
    "alla_hander": "hander_",
}
# Facts of the day that only begin like the forecast of a year.
_FLAT = ("prognos_namn", "prognos_namnden_tkr")

Record = Mapping[str, object]


class _JsonDay:
    """Fills a source from the parts of one JSON object."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.source = Source(file)

    def refuse(self, path: str, code: str) -> None:
        """Something cannot be taken apart."""
        self.source.problems.append(ImportProblem(self.file, 0, path, "", code))

    def cells(self, path: str, record: Record, row: int) -> dict[str, Cell]:
        """The cells of one JSON object."""
        return {plain(k): Cell(v, self.file, row, f"{path}.{k}") for k, v in record.items()}

    def add(self, name: str, rows: list[Row]) -> None:
        """A table of these rows, its headings taken from all of them."""
        headings: dict[str, Cell] = {}
        for row in rows:
            headings = {**row.cells, **headings}
        self.source.tables[name] = Table(self.file, headings, tuple(rows), heading_row=0)

    def single(self, name: str, path: str, part: object) -> None:
        """An object as a table of one row."""
        if not isinstance(part, dict):
            self.refuse(path, "not_an_object")
            return
        self.add(name, [Row(self.file, 1, self.cells(path, part, 1))])

    def many(self, name: str, path: str, part: object) -> None:
        """A list of objects as a table."""
        if not isinstance(part, list):
            self.refuse(path, "not_a_list")
            return
        rows = []
        for index, record in enumerate(part):
            where = f"{path}[{index}]"
            if isinstance(record, dict):
                rows.append(Row(self.file, index + 1, self.cells(where, record, index + 1)))
            else:
                self.refuse(where, "not_an_object")
        self.add(name, rows)

    def made(self, name: str, path: str, records: Iterator[tuple[str, Record]]) -> None:
        """A table of records that JSON writes in another shape; each with its own path."""
        rows = [
            Row(self.file, n, self.cells(f"{path}.{where}", record, n))
            for n, (where, record) in enumerate(records, start=1)
        ]
        self.add(name, rows)

    def economy(self, part: object) -> None:
        """The money of the day: need, target, frames, forecast."""
        if not isinstance(part, dict):
            self.refuse("ekonomi", "not_an_object")
            return
        rest = dict(part)
        flat: dict[str, Cell] = {}
        need = rest.pop("behov", {})
        if isinstance(need, dict):
            flat |= self._need(need)
        else:
            self.many("behov", "ekonomi.behov", need)
        self.many("ramalternativ", "ekonomi.ramalternativ", rest.pop("ramalternativ", []))
        self.many("enhetsramar", "ekonomi.enhetsramar", rest.pop("enhetsramar", []))
        for key in [k for k in rest if plain(k).startswith("prognos_") and plain(k) not in _FLAT]:
            flat |= self._forecast(key, rest.pop(key))
        flat |= self.cells("ekonomi", rest, 1)
        self.add("ekonomi", [Row(self.file, 1, flat)])

    def _need(self, need: Record) -> dict[str, Cell]:
        """The parts of the need; the budget and the sum belong to the day itself."""
        whole = {k: v for k, v in need.items() if plain(k).startswith(("budget_", "behov_"))}
        parts = [(k, v) for k, v in need.items() if k not in whole]
        self.made("behov", "ekonomi.behov", ((k, _need_part(k, v)) for k, v in parts))
        return self.cells("ekonomi.behov", whole, 1)

    def _forecast(self, key: str, part: object) -> dict[str, Cell]:
        """The forecast: for the municipality, the boards and, with causes, the units."""
        if not isinstance(part, dict):
            self.refuse(f"ekonomi.{key}", "not_an_object")
            return {}
        path = f"ekonomi.{key}"
        known = {"namn", "kommunen_mnkr", "namnden_tkr", "orsaker", "per_namnd"}
        for extra in sorted(set(part) - known):
            self.refuse(f"{path}.{extra}", "unknown_column")
        self.made("prognos", path, _forecast_lines(part))
        flat = {"prognos_namn": "namn", "prognos_namnden_tkr": "namnden_tkr"}
        return {
            ours: Cell(part[theirs], self.file, 1, f"{path}.{theirs}")
            for ours, theirs in flat.items()
            if theirs in part
        }

    def lottery(self, part: object) -> None:
        """The stored lottery: a list of options per round."""
        if not isinstance(part, dict):
            self.refuse("lottordning", "not_an_object")
            return
        records = (
            (f"{round_id}[{n}]", {"rostning": round_id, "nr": n + 1, "objekt": option})
            for round_id, options in part.items()
            for n, option in enumerate(options if isinstance(options, list) else [options])
        )
        self.made("lottordning", "lottordning", records)

    def votes(self, name: str, part: object) -> None:
        """The ballots or hands: a list per round. The rules in words are the method's own."""
        if not isinstance(part, dict):
            self.refuse(name, "not_an_object")
            return
        for round_id, rows in part.items():
            if plain(round_id) not in ("regler", "rules"):
                self.many(_PREFIXES[name] + plain(round_id), f"{name}.{round_id}", rows)


def _need_part(key: str, value: object) -> Record:
    name = plain(key).removesuffix("_tkr")
    words = _NEED_WORDS.get(name, name.replace("_", " ").capitalize())
    return {"id": name, "namn": words, "belopp_tkr": value}


def _forecast_lines(part: Record) -> Iterator[tuple[str, Record]]:
    """Forecast lines as the table `prognos` has them, with their paths."""
    if part.get("kommunen_mnkr") is not None:
        amount = f"{part['kommunen_mnkr']} mnkr".replace(".", ",")
        yield "kommunen_mnkr", {"niva": "kommun", "objekt": "", "belopp_tkr": amount}
    for key, level, ref in (("per_namnd", "nämnd", "namnd"), ("orsaker", "enhet", "enhet")):
        lines = part.get(key, [])
        for n, line in enumerate(lines if isinstance(lines, list) else []):
            record = line if isinstance(line, dict) else {}
            yield (
                f"{key}[{n}]",
                {
                    "niva": level,
                    "objekt": record.get(ref),
                    "belopp_tkr": record.get("tkr"),
                    "orsak": record.get("orsak", ""),
                },
            )


def json_source(text: str, file: str) -> Source:
    """The tables of a `day.json`; problems are collected, not raised.

    Args:
        text: The whole file.
        file: What it is called in messages.
    """
    parts = _JsonDay(file)
    try:
        day = json.loads(text)
    except json.JSONDecodeError as reason:
        parts.source.problems.append(_broken_json(file, text, reason))
        return parts.source
    except (ValueError, RecursionError):  # a number or a depth no day has
        parts.refuse("", "not_json")
        return parts.source
    if not isinstance(day, dict):
        parts.refuse("", "not_an_object")
        return parts.source
    for key, part in day.items():
        name = _OTHER_NAMES.get(plain(key), plain(key))
        _take(parts, name, key, part)
    return parts.source


def _broken_json(file: str, text: str, reason: json.JSONDecodeError) -> ImportProblem:
    """Where the text stops being JSON: the line, and what stands there."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return ImportProblem(file, 0, "", "", "not_json")
    rest = text[reason.pos :].strip()
    ended = not rest or reason.msg.startswith("Unterminated")
    code = "json_ends" if ended else "json_broken"
    line = text.splitlines()[reason.lineno - 1 : reason.lineno]
    shown = line[0].strip()[:_SHOWN] if line else ""
    return ImportProblem(file, reason.lineno, "", shown, code)


def _take(parts: _JsonDay, name: str, key: str, part: object) -> None:
    own = {"ekonomi": parts.economy, "lottordning": parts.lottery}
    if name in own:
        own[name](part)
    elif name in _PREFIXES:
        parts.votes(name, part)
    elif name in ("meta", "lokala_namn") or (name == "remiss" and isinstance(part, dict)):
        parts.single("dag" if name == "meta" else name, key, part)
    else:
        parts.many(name.rstrip("_"), key, part)
