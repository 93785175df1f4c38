"""How a line of the log is written."""

import logging
import time


class UtcFormatter(logging.Formatter):
    """One line an event with its moment in UTC; line ends of what is logged do not make lines of their own."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """The line, and a traceback below it where there is one."""
        message = record.getMessage().replace("\r", "\\r").replace("\n", "\\n")
        line = f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%SZ')} {record.levelname} {record.name}: {message}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line
