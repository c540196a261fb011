"""Settings: the dialog, and what a change means at once."""
