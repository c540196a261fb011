"""The day's file: the only SQL in the house."""
