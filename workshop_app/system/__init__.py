"""The machine we run on: folders, settings, logs, crashes, fonts, language, clock."""
