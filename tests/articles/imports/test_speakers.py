import pytest

from articles.imports.guesses.speakers import speaker_in


@pytest.mark.parametrize(
    ("before", "speaker", "role"),
    [
        ("It is late. U.S. Ambassador Ann Hale made it explicit:", "Ann Hale", "U.S. Ambassador"),
        ("Colonel Jane Doe, head of training, said:", "Jane Doe", "Colonel, head of training"),
        ("It will take weeks, according to General Mark Ross:", "Mark Ross", "General"),
        ("Secretary General Mark Ross put it bluntly.", "Mark Ross", "Secretary General"),
        ("U.S. Secretary of State Ann Hale later told us:", "Ann Hale", "U.S. Secretary of State"),
        ("Harbour spokesman Jan de Wit said on Monday:", "Jan de Wit", "Harbour spokesman"),
        ("As Prime Minister Ann Hale put it:", "Ann Hale", "Prime Minister"),
        ("The Ministry of Defence said in a statement:", "Ministry of Defence", ""),
        (
            "Ayşe Öztürk, an analyst at the Baltic Institute, told us:",
            "Ayşe Öztürk",
            "analyst at the Baltic Institute",
        ),
        ("The message of Ambassador Ann Hale was short:", "Ann Hale", "Ambassador"),
        ("“No,” said General Mark Ross:", "Mark Ross", "General"),
    ],
)
def test_the_sentence_before_names_speaker_and_role(before: str, speaker: str, role: str) -> None:
    assert speaker_in(before) == (speaker, role)


@pytest.mark.parametrize(
    "before",
    [
        "He said:",
        "It rained in Ankara all day.",
        "This is what remains:",
        "",
        "...",
        "The plan was this:",
    ],
)
def test_where_nobody_is_named_nobody_speaks(before: str) -> None:
    assert speaker_in(before) == ("", "")
