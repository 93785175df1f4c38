"""What can go wrong with what people hand in, said so that they can mend it."""

from collections.abc import Sequence

_MAX_SHOWN = 50  # project choice: faults in one message


class TinjauError(Exception):
    """A fault that a user is told in one message, without a traceback."""

    exit_code = 2


class InputError(TinjauError):
    """An input that cannot be used: which file, where in it, what is wrong, how to mend it (exit code 2)."""

    def __init__(self, file: str, place: str, problem: str, mend: str = "") -> None:
        self.file, self.place, self.problem, self.mend = file, place, problem, mend
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}." + (f" {mend}." if mend else ""))


class InputFaults(InputError):
    """Every fault of an input at once; `faults` has one InputError each, the first 50 are in the message."""

    def __init__(self, faults: Sequence[InputError]) -> None:
        self.faults = tuple(faults)
        first = faults[0]
        super().__init__(first.file, first.place, first.problem, first.mend)
        if len(faults) > 1:
            lines = [str(each) for each in faults[:_MAX_SHOWN]]
            if len(faults) > _MAX_SHOWN:
                lines.append(f"… and {len(faults) - _MAX_SHOWN} more faults.")
            self.args = ("\n".join(lines),)


class InterruptedRun(TinjauError):
    """Work that stopped half-way and goes on when the command is called again (exit code 3)."""

    exit_code = 3
