"""Whole pages of the shared screen, on a logical 1920 × 1080."""
