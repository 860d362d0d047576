"""Days of action, from the call to what is printed on paper."""
