"""Three hundred flipped bits: each time the result is right, or the file is refused by name."""

import random
from contextlib import closing

import pytest

from workshop_app.domain.ballots import HandCount
from workshop_app.storage.dayfile import DayFile, FileRefused


@pytest.fixture(params=[250, 50], ids=["closed", "open"])
def voted(request, file, ballot):
    """A file with both kinds of votes; the rounds closed and shown, or left open by a crash."""
    for key in ("open", "secret"):
        file.open_round(key, 40)
        for n in range(30):
            file.cast(ballot(key, "yes" if n % 3 else "no"))
        file.count_hands(key, HandCount(4, {"Q": {"yes": 3, "no": 1}}))
    if request.param > 100:
        for key in ("open", "secret"):
            file.close_round(key)
            file.show_round(key)
    file.close()
    return file.path, request.param


def results(path, *, left_open):
    with closing(DayFile.open(path, read_only=not left_open)) as file:
        found = {}
        for key in ("open", "secret"):
            if left_open:
                file.close_round(key)
            standing = file.standing(key)
            found[key] = (standing.result, standing.voted, standing.electorate, standing.channels)
        return found


@pytest.mark.slow
def test_a_flipped_bit_never_gives_a_wrong_result(voted):
    path, flips = voted
    data = path.read_bytes()
    left_open = flips < 100
    right = results(path, left_open=left_open)
    luck = random.Random(300)  # noqa: S311 - the same bits each time
    refused = 0
    for _flip in range(flips):
        place, bit = luck.randrange(len(data)), luck.randrange(8)
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
        try:
            assert results(path, left_open=left_open) == right, (place, bit)
        except FileRefused:
            refused += 1
    assert refused > 0
