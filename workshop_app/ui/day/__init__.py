"""The step "The day": facts, local names, agenda, the budget year and who gets what."""
