"""The demo's drawn plates: one scene a file, one palette, one hand."""
