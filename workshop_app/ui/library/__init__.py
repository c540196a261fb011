"""The library at the start page: backups, copies of the same day, and going on after a crash."""
