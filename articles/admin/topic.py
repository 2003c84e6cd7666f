"""Topics with the other names that they go by."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from taggit.models import Tag

from ..forms import TopicForm
from ..models import Topic, TopicAlias
from ..models.topic import key_of
from .lists import Listed

admin.site.unregister(Tag)  # our articles have Topics; taggit's own tags stay empty


class AliasFormSet(BaseInlineFormSet):
    def clean(self) -> None:
        """Two rows that spell one name differently would be the same alias."""
        seen = {key_of(self.instance.name or ""): "the topic itself"}
        for form in self.forms:
            name = form.cleaned_data.get("name", "")
            if not name or form.cleaned_data.get("DELETE"):
                continue
            if earlier := seen.get(key_of(name)):
                raise ValidationError(f"“{name}” is the same name as {earlier}.")
            seen[key_of(name)] = f"“{name}”"


class AliasInline(admin.TabularInline):
    model = TopicAlias
    formset = AliasFormSet
    template = "admin/articles/topic/_aliases.html"
    extra = 3


@admin.register(Topic)
class TopicAdmin(Listed):
    form = TopicForm
    inlines = (AliasInline,)
    fields = ("name", "slug", "kind", "description")
    list_display = ("name", "kind", "other_names", "articles_filed")
    list_filter = ("kind",)
    search_fields = ("name", "aliases__name")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    list_per_page = 50

    def get_urls(self) -> list[URLPattern]:
        lookup = self.admin_site.admin_view(self.lookup_view)
        return [path("lookup/", lookup, name="articles_topic_lookup"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        topics = super().get_queryset(request).annotate(filed=Count("taggings", distinct=True))
        return topics.prefetch_related("aliases")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Also by key: "S400" finds S-400 and whatever is also called so."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if key := key_of(search_term):
            found |= queryset.filter(Q(key=key) | Q(aliases__key=key))
        return found, duplicates or bool(key)

    @admin.display(description="Other names")
    def other_names(self, topic: Topic) -> str:
        return ", ".join(alias.name for alias in topic.aliases.all())

    @admin.display(description="Articles", ordering="filed")
    def articles_filed(self, topic: Topic) -> int:
        return topic.filed

    def lookup_view(self, request: HttpRequest) -> JsonResponse:
        """The topics that a half-typed name may mean: {"topics": [{"name", "also"}], "exact"}.

        also: the alias that was met, when the name itself was not. exact: the topic that goes by
        just what was typed, or "".
        """
        if not request.user.has_perm("articles.view_topic"):
            raise PermissionDenied
        asked = request.GET.get("q", "").replace("\0", "")[:100]
        key = key_of(asked)
        exact = str(Topic.objects.named(asked) or "")
        return JsonResponse({"topics": suggestions(key) if key else [], "exact": exact})


def suggestions(key: str) -> list[dict[str, str]]:
    topics = Topic.objects.filter(key__startswith=key).order_by("name")[:8]
    found = {topic.name: "" for topic in topics}
    aliases = TopicAlias.objects.filter(key__startswith=key).select_related("topic")[:8]
    for alias in aliases:
        found.setdefault(alias.topic.name, alias.name)
    return [{"name": name, "also": also} for name, also in list(found.items())[:8]]
