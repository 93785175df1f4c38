"""Django finds these by their folder."""
