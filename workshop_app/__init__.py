"""Milstolpe: run a municipal workshop day, from the morning's vote to the printed summary."""

__version__ = "0.1.0"
