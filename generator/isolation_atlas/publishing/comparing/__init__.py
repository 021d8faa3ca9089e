"""Setting a few subjects side by side: what differs first, then what is known of some only, then what is the same."""
