"""The ways votes come in, and what keeps them apart and in balance."""
