"""Next year: a cycle made from the last one, and what moved. What of it needs no request."""
