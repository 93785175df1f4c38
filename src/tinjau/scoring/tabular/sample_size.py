"""How many respondents a satisfaction survey needs."""

CHI_SQUARE = 3.841
"""Chi-square for one degree of freedom at 95 % confidence (Krejcie & Morgan 1970)."""
PROPORTION = 0.5
"""The assumed proportion, which asks for the largest sample (Krejcie & Morgan 1970)."""
PRECISION = 0.05
"""The accepted error of the proportion (Krejcie & Morgan 1970)."""


def sample_size(population: int) -> int:
    """The number of respondents for a population of so many service users, rounded to the nearest person.

    Krejcie & Morgan (1970), which PermenPANRB 14/2017 uses: S = x2 N P (1-P) / (d2 (N-1) + x2 P (1-P)). It sizes a
    proportion, not a mean, so it is a convention here rather than a guarantee. Raises ValueError below 1.
    """
    if population < 1:
        raise ValueError("a population has at least one member")
    spread = CHI_SQUARE * PROPORTION * (1 - PROPORTION)
    exact = spread * population / (PRECISION**2 * (population - 1) + spread)
    return min(population, int(exact + 0.5))
