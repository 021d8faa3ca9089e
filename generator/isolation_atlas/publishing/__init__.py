"""Floor three, what is shown: pages, matrices, trees, pictures and exports."""
