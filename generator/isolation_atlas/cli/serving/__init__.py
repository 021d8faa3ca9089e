"""The site on localhost, following every edit: a small server, a warm site engine, and the loop between them."""
