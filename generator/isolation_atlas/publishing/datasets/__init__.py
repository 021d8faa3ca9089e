"""The knowledge as data for other programs: one file for each thing, and everything in common formats."""
