"""What the tests of figures share."""

import pytest

from tests.figures.support import RULER
from workshop_app.figures.ruler import FontRuler


@pytest.fixture(scope="session")
def ruler() -> FontRuler:
    return RULER
