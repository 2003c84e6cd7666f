"""Dates as exact as they are known, in words."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def spoken_date(value: str) -> str:
    """ "2022-09-26" as "26 September 2022"; "2022-09" and "2022" as far as they go."""
    year, *rest = value.split("-")
    parts = [str(int(day)) for day in rest[1:]] + [MONTHS[int(month) - 1] for month in rest[:1]]
    return " ".join([*parts, year])
