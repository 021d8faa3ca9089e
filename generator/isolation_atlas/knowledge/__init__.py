"""Floor one, what is known: files with positions, records, values, the graph and the schemas."""
