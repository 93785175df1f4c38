"""Pages: one small module a part of the way. A view asks, writes entries, or shows what the pipeline concluded."""
