"""Due dates, comments, private notes, mail and calendars: what of it needs no request."""
