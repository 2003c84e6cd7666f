"""Comments on passages: whoever may see the article may ask, answer and settle.

One address: as JSON for the writing page, as a page with forms for who has no script.
"""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import formats, timezone

from ...forms import CommentForm
from ...models import Article, Comment, name_of
from ..people import person
from .screen import screen

DONE = {
    "add": "Your comment stands on the article.",
    "answer": "Answered.",
    "settle": "Settled.",
    "reopen": "Open again.",
}


def address(article: Article) -> str:
    return reverse("admin:articles_article_comments", args=[article.pk]) if article.pk else ""


def view(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    if request.method == "POST":
        return change(model_admin, request, article)
    if request.accepts("text/html"):
        return page(model_admin, request, article, CommentForm())
    return listed(article)


def change(model_admin: admin.ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    form = CommentForm(request.POST)
    as_page = request.accepts("text/html")
    if form.is_valid():
        try:
            perform(article, person(request), form.cleaned_data)
        except ValidationError as error:
            form.add_error("text", error)
    if form.errors:
        if as_page:
            return page(model_admin, request, article, form)
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"problem": said}, status=400)
    if not as_page:
        return listed(article)
    model_admin.message_user(request, DONE[form.cleaned_data["act"]], messages.SUCCESS)
    return HttpResponseRedirect(address(article))


def perform(article: Article, user: User, values: dict[str, Any]) -> None:
    if values["act"] == "add":
        passage = {name: values[name] for name in ("quote", "before", "after")}
        Comment.objects.ask(article, user, values["text"], **passage)
        return
    comment = article.comments.questions().filter(pk=values["comment"]).first()
    if comment is None:
        raise Http404("There is no such comment on this article.")
    match values["act"]:
        case "answer":
            comment.answer(user, values["text"])
        case "settle":
            if values["text"].strip():
                comment.answer(user, values["text"])
            comment.settle(user)
        case "reopen":
            comment.reopen()


def listed(article: Article) -> JsonResponse:
    comments = [described(comment) for comment in article.comments.with_answers()]
    return JsonResponse({"comments": comments}, headers={"Cache-Control": "no-store"})


def described(comment: Comment) -> dict[str, Any]:
    return {
        **remark(comment),
        "quote": comment.quote,
        "before": comment.before,
        "after": comment.after,
        "settled": f"Settled by {name_of(comment.settled_by)}" if comment.settled_at else "",
        "answers": [remark(answer) for answer in comment.answers.all()],
    }


def remark(comment: Comment) -> dict[str, Any]:
    at = formats.date_format(timezone.localtime(comment.at), "j M, H:i")
    return {"id": comment.pk, "by": name_of(comment.by), "at": at, "text": comment.text}


def page(
    model_admin: admin.ModelAdmin, request: HttpRequest, article: Article, form: CommentForm
) -> HttpResponse:
    comments = [described(comment) for comment in article.comments.with_answers()]
    status = 400 if form.errors else 200
    return screen(
        model_admin, request, "comments", "Comments", article, status, comments=comments, form=form
    )
