"""From every number to what it rests on, and back: a graph of things by id, and the text of an archived page."""
