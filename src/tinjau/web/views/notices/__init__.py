"""Pages of due dates, comments, private notes and calendars."""
