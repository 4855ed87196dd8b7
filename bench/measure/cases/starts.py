"""How long somebody waits: for the server, for the client's prompt, for one command."""
import os
import pty
import subprocess
import time

from .. import programs
from ..figures import Figure, Goal
from ..resp import USER

PROMPT = b"Enter username:"


def starts(bench):
    """Milliseconds from the call of the launcher."""
    forum = bench.forum()
    say = {"FORUM_PASSWORD": USER}
    for name, side, goal in (
            ("server start to first answer, empty forum", lambda: server_start(bench), Goal(150, 70)),
            ("client to first prompt", lambda: first_prompt(forum.port), Goal(300, 150)),
            ("one-shot client, `-c LST`", lambda: one_shot(forum.port, say), Goal(120, 50))):
        ours, _ = bench.rounds.of(side, durable=False)
        yield Figure(name, "ms", [seconds * 1000 for seconds in ours], more_is_better=False, goal=goal)


def server_start(bench):
    server = programs.forum(bench.path("start"))
    server.stop()
    return server.seconds


def first_prompt(port):
    """As at a terminal, which a pseudo-terminal is."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execve(programs.CLIENT, [programs.CLIENT, "127.0.0.1", str(port)], {**os.environ, "TERM": "xterm"})
    shown = b""
    while PROMPT not in shown:
        shown += os.read(terminal, 4096)
    seconds = time.perf_counter() - begun
    os.close(terminal)
    os.waitpid(process, 0)
    return seconds


def one_shot(port, environment):
    begun = time.perf_counter()
    subprocess.run(
        [programs.CLIENT, "--user", USER, "-c", "LST", "127.0.0.1", str(port)], env={**os.environ, **environment}, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun
