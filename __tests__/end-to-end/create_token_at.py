"""Runs `datasette create-token` at a given time: create_token_at.py SECONDS ARGUMENT..."""

import sys
import time

moment = float(sys.argv[1])
time.time = lambda: moment

from datasette.cli import cli  # noqa: E402  (after the clock was stopped)

cli(["create-token", *sys.argv[2:]])
