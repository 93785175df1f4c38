"""Pages of focus groups: the facilitator's and the room's."""
