"""What one picture may cost the process that reads it."""

from contextlib import suppress

CPU_SECONDS = 60
WALL_SECONDS = 180
"""Longer than the processor time, for a machine that is busy with something else."""
MEMORY = 2 * 1024**3
FILE_BYTES = 256 * 1024**2
OPEN_FILES = 64

MAX_PIXELS = 100_000_000
MIN_SIDE = 200
MAX_ASPECT = 20


def set_limits() -> None:
    """For this process, for good. A system that lacks one of them goes without it."""
    try:
        import resource
    except ImportError:
        return
    limits = {
        "RLIMIT_CPU": (CPU_SECONDS, CPU_SECONDS + 2),
        "RLIMIT_AS": (MEMORY, MEMORY),
        "RLIMIT_FSIZE": (FILE_BYTES, FILE_BYTES),
        "RLIMIT_NOFILE": (OPEN_FILES, OPEN_FILES),
        "RLIMIT_CORE": (0, 0),
    }
    for name, limit in limits.items():
        # macOS knows RLIMIT_AS and refuses to set it.
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), limit)
