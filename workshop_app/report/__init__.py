"""Paper: the printed summary, made without Qt."""
