"""What endorsements and pledges have in common: both are a body's word, which is confirmed, withdrawn, broken, listed and exported."""
