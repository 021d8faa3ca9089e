"""Floor four, what is shown: pages, pictures and exports."""
