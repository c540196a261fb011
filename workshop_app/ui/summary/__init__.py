"""The summary page: presenter, the paper in pixels, the preview and printing."""
