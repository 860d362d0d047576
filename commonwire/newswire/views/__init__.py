"""The doors of the newswire: publishing, commenting, receipts, short addresses."""
