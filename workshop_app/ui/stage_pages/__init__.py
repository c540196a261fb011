"""What the room sees in each step, as figures."""
