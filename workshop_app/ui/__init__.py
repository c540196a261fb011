"""The windows: the facilitator's desk and the shared screen."""
