from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from . import views
from .views import feed, oembed, robots, sitemap
from .views.icon import icon

app_name = "articles"

DATED = r"([0-9]{4})/([0-9]{2})/([0-9]{2})/([-a-zA-Z0-9_]+)/"


def feeds(place: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    """The addresses of one feed in its three formats, beside the page that it belongs to."""
    return [
        path(f"{place}feed/", view, {"form": "rss"}, name=name),
        path(f"{place}feed/atom/", view, {"form": "atom"}, name=f"{name}_atom"),
        path(f"{place}feed/json/", view, {"form": "json"}, name=f"{name}_json"),
    ]


urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    *feeds("", feed.site, "feed"),
    path("desk/<slug:slug>/", views.desk, name="desk"),
    *feeds("desk/<slug:slug>/", feed.desk, "desk_feed"),
    path("topics/", views.topics, name="topics"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    *feeds("topic/<slug:slug>/", feed.topic, "topic_feed"),
    path("author/<slug:slug>/", views.author, name="author"),
    *feeds("author/<slug:slug>/", feed.author, "author_feed"),
    *feeds("series/<slug:slug>/", feed.series, "series_feed"),
    path("preview/<int:pk>/", views.preview, name="preview"),
    path("preview/<int:pk>/feed/", views.preview_feed, name="preview_feed"),
    path("preview/<str:secret>/", views.shared_preview, name="shared_preview"),
    path("corrections/", views.corrections, name="corrections"),
    path("series/", views.series_list, name="series_list"),
    path("series/<slug:slug>/", views.series, name="series"),
    path("search/", views.search, name="search"),
    path("archive/", views.archive, name="archive"),
    re_path(r"^([0-9]{4})/$", views.archive_of, name="archive_year"),
    re_path(r"^([0-9]{4})/([0-9]{2})/$", views.archive_of, name="archive_month"),
    re_path(r"^([0-9]{4})/([0-9]{2})/([0-9]{2})/$", views.archive_of, name="archive_day"),
    re_path(rf"^{DATED}$", views.article, name="article"),
    re_path(rf"^{DATED}changes/$", views.changes, name="changes"),
    re_path(rf"^{DATED}cite\.bib$", views.citation, name="citation"),
    path("oembed/", oembed.oembed, name="oembed"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-pages.xml", sitemap.of_pages, name="sitemap_pages"),
    path("sitemap-topics.xml", sitemap.of_topics, name="sitemap_topics"),
    path("sitemap-news.xml", sitemap.of_news, name="sitemap_news"),
    re_path(r"^sitemap-([0-9]{4})-([0-9]{2})\.xml$", sitemap.of_month, name="sitemap_month"),
    re_path(
        r"^sitemap-([0-9]{4})-([0-9]{2})-([0-9]{1,4})\.xml$",
        sitemap.of_month,
        name="sitemap_month_part",
    ),
    path("robots.txt", robots.robots, name="robots"),
    re_path(r"^([-A-Za-z0-9]{8,128})\.txt$", robots.indexnow_key, name="indexnow_key"),
    path("favicon.ico", icon, {"name": "favicon.ico", "content_type": "image/x-icon"}),
    path(
        "apple-touch-icon.png", icon, {"name": "apple-touch-icon.png", "content_type": "image/png"}
    ),
    # The last: a page may have any address that nothing else has.
    path("<slug:slug>/", views.static_page, name="page"),
]
