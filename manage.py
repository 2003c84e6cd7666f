#!/usr/bin/env python3
import sys

if sys.version_info < (3, 12):  # noqa: UP036 (the sentence is for those who have an older one)
    sys.exit("Python 3.12 or newer is needed; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

from newsroom.command_line import main

if __name__ == "__main__":
    main(sys.argv)
