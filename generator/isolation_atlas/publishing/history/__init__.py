"""What changed in the knowledge, from the history that Git keeps of it."""
