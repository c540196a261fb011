"""What charts look like, as plain shapes: one geometry for screen, preview and paper."""
