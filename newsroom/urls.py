from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from newsroom import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.health),
    path("media/<path:name>", views.media),
    path("admin/password/", include("newsroom.passwords")),
    path("admin/", admin.site.urls),
    path("", include("subscriptions.urls")),
    path("", include("articles.urls")),
]

if "debug_toolbar" in settings.INSTALLED_APPS:
    from debug_toolbar.toolbar import debug_toolbar_urls

    urlpatterns += debug_toolbar_urls()
