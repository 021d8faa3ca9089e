"""The glossary's words in running text: where they are used first on a page, they lead to their meaning."""
