"""Isolation Atlas: facts as reviewed YAML, and everything that follows from them."""
