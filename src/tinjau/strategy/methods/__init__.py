"""The numbers of stage 3 as pure functions: each formula with its source, none with a default weight or rating."""
