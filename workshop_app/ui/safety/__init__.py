"""What the person at the desk sees of the safety of the day: faults, cards, erasure, the log."""
