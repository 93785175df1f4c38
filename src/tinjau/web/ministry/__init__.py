"""A ministry's rounds without requests: stages and their moves, findings and replies, the league, uploads, fleets."""
