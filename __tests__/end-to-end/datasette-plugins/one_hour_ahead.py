"""Datasette plugin: the server's clock is one hour ahead, so that a token that lives for less has expired there."""

import time

real_time = time.time
time.time = lambda: real_time() + 3600
