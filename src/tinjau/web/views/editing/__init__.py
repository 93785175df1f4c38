"""Pages on which people change an evaluation, and those that show what every number rests on."""
