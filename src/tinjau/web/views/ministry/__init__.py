"""The pages of a ministry: rounds, a government in a round, league, what is public, fleets; a government's own side."""
