"""What ``atlas diff`` shows: revisions of git as knowledge, and their difference in four formats."""
