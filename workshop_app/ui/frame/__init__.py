"""The frame page: presenter, the water board with its four lists, the card and the check."""
