"""The road map page: presenter, the stones as an item view, the card and the edit dialog."""
