"""View models: what a template shows, worked out and frozen."""
