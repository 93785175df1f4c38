"""The command line: arguments in, one clear message or one document out. No judgement, no arithmetic.

Commands of other rooms (demo, web, fleet) arrive by the entry point group `tinjau.commands`.
"""

from tinjau.cli.program import main

__all__ = ["main"]
