"""Changing files of knowledge: one canonical form, new entries, repairs; comments are never lost."""
