"""The common widgets: buttons with keys, choices, steppers, cards, labels, notices."""
