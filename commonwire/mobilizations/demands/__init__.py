"""What is demanded: wordings as versions, states with their sources, texts that hold an older copy."""
