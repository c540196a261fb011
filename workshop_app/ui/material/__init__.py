"""The pages of the material: tracks, units, the situation, initiatives and frames."""
