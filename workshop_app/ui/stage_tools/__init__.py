"""The tools of the shared screen: freeze, zoom, dark, words to the room, countdown, screens."""
