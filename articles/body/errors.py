"""What is wrong with a body, said so that an editor can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True, slots=True)
class Problem:
    """block: its place in the document, counted from 1; None when the whole document is meant."""

    block: int | None
    kind: str
    message: str

    def __str__(self) -> str:
        place = "The body" if self.block is None else f"Block {self.block}"
        return f"{place}, {self.kind}: {self.message}" if self.kind else f"{place}: {self.message}"


class BodyError(ValueError):
    """A document that is not a body. `problems` says where and why, the first ones first."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def problems_of(error: ValidationError) -> list[Problem]:
    details = error.errors(include_url=False)
    # A list whose only entry is faulty is reported as empty too: the fault itself says enough.
    wrong = [d for d in details if d["type"] != "too_short" or not holds_another(d, details)]
    return list(dict.fromkeys(problem_of(dict(detail)) for detail in wrong))[:20]


def holds_another(outer: Any, details: Sequence[Any]) -> bool:
    place = outer["loc"]
    return any(d["loc"][: len(place)] == place and d is not outer for d in details)


def problem_of(detail: dict[str, Any]) -> Problem:
    place = detail["loc"]
    block = place[1] + 1 if len(place) > 1 and isinstance(place[1], int) else None
    return Problem(block, spoken(kind_of(place)), message_of(detail, place))


def kind_of(place: tuple[str | int, ...]) -> str:
    """The innermost node on the way to the fault: every union puts its type in the path."""
    skip = {"content", "attrs", "marks", "articles"}
    names = [step for step in place[2:] if isinstance(step, str) and step not in skip]
    if names and place[-1] == names[-1] and len(names) > 1:
        names.pop()
    return names[-1] if names else ""


def spoken(name: str) -> str:
    """ "pullQuote" as an editor says it: "pull quote"."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)


def message_of(detail: dict[str, Any], place: tuple[str | int, ...]) -> str:
    field = spoken(str(place[-1])) if place else ""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "missing":
            return f"{field} is missing"
        case "extra_forbidden":
            return f"“{place[-1]}” is not known here"
        case "union_tag_invalid":
            return f"there is no “{context['tag']}” here"
        case "union_tag_not_found":
            return "it does not say of what type it is"
        case "string_too_short" | "too_short":
            return f"{field} is empty"
        case "string_too_long":
            return f"{field} is longer than {context['max_length']} characters"
        case "too_long":
            return f"{field} has more than {context['max_length']} entries"
        case "string_pattern_mismatch":
            return f"{field} must stand on one line"
        case _:
            return f"{field}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
