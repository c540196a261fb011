"""A day as tables for other programs: the columns that are read in, written."""
