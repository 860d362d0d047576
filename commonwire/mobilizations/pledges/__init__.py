"""What is promised, by whom, and whether it was kept."""
