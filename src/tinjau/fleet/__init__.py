"""Many governments through the same pipeline: one a task, on Dask, with results outside the engine."""
