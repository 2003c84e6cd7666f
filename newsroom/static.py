"""How static files are stored for production: by names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Modules import each other by those names too, so that no page mixes two releases."""

    support_js_module_import_aggregation = True
    # A module is named after those it imports: as many passes as the imports are deep.
    max_post_process_passes = 20
