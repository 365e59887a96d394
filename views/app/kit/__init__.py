"""The parts that screens are made of. They know looks and words, never services."""
