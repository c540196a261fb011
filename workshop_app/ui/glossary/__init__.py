"""The word list: what the terms mean, in both languages."""
