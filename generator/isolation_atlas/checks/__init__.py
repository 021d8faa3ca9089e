"""Floor three, what must hold: rules over files, facts and the graph, and the findings they report."""
