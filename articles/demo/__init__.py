"""The demonstration edition: what a newcomer finds on a fresh site.

pieces/ holds one article a file, draw/ the scripts behind pictures/, load.py puts it all into
the database. Events after 2025, people quoted and figures marked as estimates are invented.
"""
