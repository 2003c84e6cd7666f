from django.urls import path, re_path
from django.urls.resolvers import URLPattern

from . import feeds, views

app_name = "articles"

urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("feed/", feeds.site, name="feed"),
    path("desk/<slug:slug>/", views.desk, name="desk"),
    path("desk/<slug:slug>/feed/", feeds.desk, name="desk_feed"),
    path("topics/", views.topics, name="topics"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    path("topic/<slug:slug>/feed/", feeds.topic, name="topic_feed"),
    path("author/<slug:slug>/", views.author, name="author"),
    path("author/<slug:slug>/feed/", feeds.author, name="author_feed"),
    path("preview/<int:pk>/", views.preview, name="preview"),
    path("preview/<int:pk>/feed/", views.preview_feed, name="preview_feed"),
    path("preview/<str:secret>/", views.shared_preview, name="shared_preview"),
    path("corrections/", views.corrections, name="corrections"),
    re_path(r"^([0-9]{4})/([0-9]{2})/([0-9]{2})/([-a-zA-Z0-9_]+)/$", views.article, name="article"),
]
