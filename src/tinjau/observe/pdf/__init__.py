"""The text of PDFs, read in a process of its own: a document from the web may break what reads it, and nothing else."""
