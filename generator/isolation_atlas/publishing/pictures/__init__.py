"""Pictures: drawn at build time as inline SVG in the page's own colours, with a title, a description and links."""
