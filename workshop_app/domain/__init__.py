"""The nouns of a workshop day and its rules: no Qt, no SQL, no files, no clock."""
