"""Events that belong to a day of action: their short addresses, flyers, table, map and calendar."""
