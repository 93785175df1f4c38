"""The addresses, a module for each part: `WEB` from the root, `OFFICE` under an office, `CYCLE` under a cycle."""
