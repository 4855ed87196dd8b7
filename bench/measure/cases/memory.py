"""Memory of connections that do nothing."""
import resource

from .. import programs
from ..figures import Figure, Goal
from ..resp import Client, login

FIRST = 100


def idle_connections(bench):
    """Ten thousand connections that are logged in and wait, on servers that have done nothing else."""
    count = bench.scaled(10_000)
    allow_files(count + 1000)
    ours, theirs = [], []
    for _ in range(bench.rounds.count):
        ours.append(held(bench.new_forum(), login, count))
        theirs.append(held(programs.redis(bench.path("idle")), greeted, count))
    yield Figure(
        "memory per idle connection (%d), logged in" % count, "B", ours, "Redis", theirs, more_is_better=False,
        goal=Goal(1.0, 5.0 / 9.6))


def held(server, connect, count):
    """Bytes that a connection costs; the first ones, which warm the server up, are not counted."""
    clients = [connect(server.port) for _ in range(FIRST)]
    before = server.resident()
    clients += [connect(server.port) for _ in range(count)]
    bytes_each = (server.resident() - before) / count
    for client in clients:
        client.close()
    server.stop()
    return bytes_each


def greeted(port):
    client = Client(port)
    client.ask("PING")
    return client


def allow_files(count):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))
