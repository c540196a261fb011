"""The step "Participants": who is in the room and may vote."""
