"""The voting pages: the vote machine, the ballot at the laptop and the results."""
