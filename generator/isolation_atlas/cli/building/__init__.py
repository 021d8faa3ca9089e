"""From the knowledge to a built site that replaces the last one only when everything went well."""
