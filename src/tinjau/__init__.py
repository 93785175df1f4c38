"""tinjau: evaluate a government's online services, and prove every word of it."""

__version__ = "0.1.0"
