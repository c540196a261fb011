"""Late arrivals and leavers: the base of the turnout changes while a round is open."""

from __future__ import annotations

from sqlalchemy import Connection

from workshop_app.storage import log
from workshop_app.storage.connection import sql
from workshop_app.storage.votes import held, must_be_open
from workshop_app.storage.voting_types import ELECTORATE


def change_electorate(connection: Connection, at: str, round_id: str, electorate: int) -> None:
    """Take another base; the log says when and from what. The same base again says nothing.

    Raises:
        Refused: "not_now" unless the round is open.
        ValueError: if it is below zero.
    """
    found = held(connection, round_id)
    must_be_open(found, "change_electorate")
    if electorate < 0:
        raise ValueError(electorate)
    if electorate == found.electorate:
        return
    query = "UPDATE vote_round SET electorate = ? WHERE round_id = ?"
    sql(connection, query, (electorate, round_id))
    body: dict[str, object] = {"round": round_id, "electorate": electorate}
    log.append(connection, at, ELECTORATE, body | {"before": found.electorate})
