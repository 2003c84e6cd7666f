"""The editor's schema and the server's are one: the same documents pass through both alike."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.body import Body, BodyError
from articles.demo.pieces import PIECES
from tests.articles.body.documents import documents, mutated
from tests.make import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OPEN_ALL = """async sources => {
  const { openEditor } = await import("/static/editor/editor.js");
  return sources.map(source => {
    const host = document.createElement("div");
    document.body.append(host);
    try {
      const editor = openEditor(host, source);
      const json = editor.getJSON();
      editor.destroy();
      return { json };
    } catch (error) {
      return { error: error.message };
    } finally {
      host.remove();
    }
  });
}"""

FORMAT = re.compile(
    r"the address|write the date|there is no such date|longer than|more than|greater|less|at least"
    r"|must stand on one line|is empty|control character|cannot be stored|valid integer|columns"
    r"|rows"
)
"""What only the server judges: the editor takes any value of the right kind and says beside the
field what is wrong with it."""

some = settings(
    max_examples=5,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def opened(newsdesk: Any) -> Any:
    """Documents as the editor gives them back: {"json"} of each, or {"error"}."""
    path = f"/admin/articles/article/{make_article().pk}/change/"
    tab = newsdesk(path, make_user("Editor"))
    yield lambda sources: tab.evaluate(OPEN_ALL, [json.dumps(source) for source in sources])
    newsdesk.complaints.clear()


def without_end(document: Any) -> list[Any]:
    """The content without the empty line that the editor keeps at the end to type in."""
    content = list(document.get("content", []))
    while content and content[-1] == {"type": "paragraph"}:
        content.pop()
    return content


def test_every_piece_of_the_demo_passes_unchanged(opened: Any) -> None:
    bodies = [loadable(version["body"]) for piece in PIECES for _, version in piece.versions()]

    for body, answer in zip(bodies, opened(bodies), strict=True):
        assert without_end(answer["json"]) == body["content"]


def loadable(body: Any) -> Any:
    """Pictures and articles of a piece are named by words until it is loaded."""
    text = json.dumps(body)
    text = re.sub(r'"image": "[^"]*"', '"image": 1', text)
    text = re.sub(r'"piece:[^"]*"', '"/about/"', text)
    text = re.sub(r'"articles": \[[^\]]*\]', '"articles": [1]', text)
    return Body.loads(text).dump()


def test_every_valid_document_passes_unchanged(opened: Any) -> None:
    @some
    @given(st.lists(documents, min_size=20, max_size=30))
    def pass_through(found: list[Any]) -> None:
        bodies = [Body.load(document).dump() for document in found]
        for body, answer in zip(bodies, opened(bodies), strict=True):
            assert "error" not in answer, (body, answer)
            assert without_end(answer["json"]) == body.get("content", [])

    pass_through()


def test_what_the_server_does_not_know_the_editor_refuses(opened: Any) -> None:
    @some
    @given(st.lists(mutated(), min_size=20, max_size=30))
    def refused(found: list[Any]) -> None:
        wrong = [(d, said) for d, _ in found if (said := complaint(d)) and not FORMAT.search(said)]
        for (document, said), answer in zip(wrong, opened([d for d, _ in wrong]), strict=True):
            assert "error" in answer, (document, said)

    refused()


def complaint(document: Any) -> str:
    try:
        Body.load(document)
        json.dumps(document).encode()
    except BodyError as error:
        return str(error)
    return ""
