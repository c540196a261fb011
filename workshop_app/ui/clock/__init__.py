"""The clock of the day on the desk."""
