"""Why something is not done, as the id of a sentence and its parameters."""


class RefusedError(Exception):
    """The rules forbid it; `key` names the sentence that says why, `values` are put into it."""

    def __init__(self, key: str, **values: str | int) -> None:
        self.key, self.values = key, values
        super().__init__(key)
