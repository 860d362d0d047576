"""What somebody who wished to break the house found, so that it stays found."""
