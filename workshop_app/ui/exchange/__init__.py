"""Lists in and out: read in after a look at what changes, saved as files."""
