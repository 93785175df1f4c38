"""What can go wrong with what people hand in, said so that they can mend it."""


class TinjauError(Exception):
    """A fault that a user is told in one message, without a traceback."""

    exit_code = 2


class InputError(TinjauError):
    """An input that cannot be used: which file, where in it, what is wrong, how to mend it (exit code 2)."""

    def __init__(self, file: str, place: str, problem: str, mend: str = "") -> None:
        self.file, self.place, self.problem, self.mend = file, place, problem, mend
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}." + (f" {mend}." if mend else ""))


class InterruptedRun(TinjauError):
    """Work that stopped half-way and goes on when the command is called again (exit code 3)."""

    exit_code = 3
