"""What a million messages cost: memory, time to start again, and the price of each command."""
import statistics
import time

from .. import programs
from ..figures import Curve, Figure, Goal
from ..resp import Client, login, register

TEXT = b"x" * 100
CALLS = 400
SMALL = 1000


def million(bench):
    """Memory and restart with a million messages of 100 bytes, and the cost of commands beside a thread of a thousand."""
    count = bench.messages
    data, aof = bench.path("stored"), bench.path("aof")
    empty = resident_empty(bench)
    filling = fill_forum(data, count)
    fill_redis(aof, count)
    resident, costs = [], []

    def ours():
        server = programs.forum(data)
        resident.append((server.resident() - empty) / count)
        if len(costs) < bench.rounds.count:
            costs.append(cost(server, {"small": SMALL, "large": count}))
        server.stop()
        return server.seconds

    def theirs():
        server = programs.redis(aof)
        server.stop()
        return server.seconds

    starts, loads, noisy = bench.rounds.of(ours, theirs, durable=False)
    for when, values in (("while filling", [filling]), ("after a restart", resident)):
        yield Figure(
            "memory per message of 100 B (%d), with author, id, time and number, %s" % (count, when), "B", values,
            more_is_better=False, goal=Goal(160, 120))
    yield Figure(
        "ready again with %d messages" % count, "s", starts, "Redis loading its AOF", loads, more_is_better=False,
        goal=Goal(1.0, 0.6), noisy=noisy)
    for name in costs[0]["small"]:
        yield Figure(
            "`%s` in a thread of %d" % (name, count), "us", [c["large"][name] for c in costs], "itself at %d" % SMALL,
            [c["small"][name] for c in costs], more_is_better=False, goal=Goal(1.5, 1.1))


def cost_along_messages(bench):
    """The price of a call along the messages that its thread holds."""
    sizes = [SMALL, 10_000, 100_000, bench.messages] + ([10_000_000] if bench.long else [])
    server = bench.new_forum()
    curve = Curve("cost", "messages in the thread", "us a call")
    client = login(server.port)
    for size in sizes:
        client.ask("CRT", "t%d" % size)
        client.many(["MSG", "t%d" % size, TEXT] for _ in range(size))
    for _ in range(bench.rounds.count):
        for thread, calls in cost(server, {"t%d" % size: size for size in sizes}).items():
            for name, microseconds in calls.items():
                curve.add(name, int(thread[1:]), microseconds)
    server.stop()
    yield curve


def resident_empty(bench):
    """Bytes of a server that holds nothing and was just started."""
    server = programs.forum(bench.path("empty"))
    resident = server.resident()
    server.stop()
    return resident


def fill_forum(data, count):
    """Give what a message has cost while the server was filled: less what it held before the first, with its user in."""
    server = programs.forum(data)
    register(server.port)
    client = login(server.port)
    for thread in ("small", "large"):
        client.ask("CRT", thread)
        client.ask("RDT", thread, -50, -1)
    client.many(["MSG", "small", TEXT] for _ in range(SMALL))
    empty = server.resident()
    client.many(["MSG", "large", TEXT] for _ in range(count))
    bytes_each = (server.resident() - empty) / count
    server.stop()
    return bytes_each


def fill_redis(folder, count):
    server = programs.redis(folder, fsync="no")
    Client(server.port).many(["RPUSH", "large", TEXT] for _ in range(count))
    server.stop()


def cost(server, sizes):
    """The median of what a client waits for each call, one after the other; the threads take turns and keep their sizes."""
    client = login(server.port)
    calls = {
        "MSG": lambda thread, size: client.ask("MSG", thread, TEXT),
        "DLT": lambda thread, size: client.ask("DLT", thread, size // 2),
        "EDT": lambda thread, size: client.ask("EDT", thread, size // 2, TEXT),
        "RDT -50 -1": lambda thread, size: client.ask("RDT", thread, -50, -1),
    }
    found = {thread: {} for thread in sizes}
    for name, call in calls.items():
        times = {thread: [] for thread in sizes}
        for number in range(2 * CALLS):
            for thread, size in sizes.items():
                begun = time.perf_counter()
                call(thread, size)
                if number >= CALLS:  # those before warm up
                    times[thread].append(time.perf_counter() - begun)
        for thread in sizes:
            found[thread][name] = statistics.median(times[thread]) * 1e6
    client.close()
    return found
