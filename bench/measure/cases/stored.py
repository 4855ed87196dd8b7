"""What millions of messages cost: memory, time to start again, and the price of each command."""
import itertools
import statistics
import time

from .. import programs
from ..figures import Curve, Figure, Goal
from ..resp import Client, login, register

TEXT = b"x" * 100
CALLS = 400
SMALL = 1000
FOUR_GIB = "-XX:MaxRAM=4g"  # the JVM takes the heap that it would take on such a machine


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


def ten_million(bench):
    """Ten times the messages, in threads of a thousand, with the heap of a small machine; commands beside a forum of one such thread."""
    data, count = bench.path("ten"), 10 * bench.messages
    names = ["t%05d" % number for number in range(count // SMALL)]
    empty = resident_empty(bench, FOUR_GIB)
    filling = fill_threads(data, names, empty)
    small = bench.path("one")
    fill_threads(small, names[:1], empty)
    found = {when: ([], []) for when in ("after a clean stop", "after `kill -9`")}
    costs, checks = [], []
    for _ in range(bench.rounds.count):
        for when, (memory, seconds) in found.items():
            server = programs.forum(data, java=FOUR_GIB)
            memory.append((server.resident() - empty) / count)
            seconds.append(server.seconds)
            if when == "after a clean stop":
                little = programs.forum(small, java=FOUR_GIB)  # as cold as the other
                costs.append(compared({
                    "small": (login(little.port), itertools.repeat(names[0]), SMALL),
                    "large": (login(server.port), itertools.cycle(names), SMALL)}))
                little.stop()
                server.kill()
                begun = time.monotonic()
                programs.check(data, FOUR_GIB)
                checks.append(time.monotonic() - begun)
            else:
                server.stop()
    stored = "%d messages of 100 B in %d threads" % (count, len(names))
    yield Figure("memory per message, %s, while filling" % stored, "B", [filling], more_is_better=False)
    for when, (memory, seconds) in found.items():
        yield Figure("memory per message, %s, %s" % (stored, when), "B", memory, more_is_better=False)
        yield Figure("ready again with %s, %s" % (stored, when), "s", seconds, more_is_better=False)
    yield Figure("`forum-server check` of %s" % stored, "s", checks, more_is_better=False)
    for name in costs[0]["small"]:
        yield Figure(
            "`%s` in the threads of %s in turn" % (name, stored), "us", [c["large"][name] for c in costs],
            "itself at %d" % SMALL, [c["small"][name] for c in costs], more_is_better=False, goal=Goal(1.5, 1.1))


def resident_empty(bench, java=""):
    """Bytes of a server that holds nothing and was just started."""
    server = programs.forum(bench.path("empty"), java=java)
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


def fill_threads(data, names, empty):
    """Fill threads in turn, as people do, and give what a message has cost while the server was filled."""
    server = programs.forum(data, java=FOUR_GIB)
    register(server.port)
    client = login(server.port)
    client.many(["CRT", name] for name in names)
    for _ in range(SMALL):
        client.many((["MSG", name, TEXT] for name in names), at_once=2000)
    bytes_each = (server.resident() - empty) / (SMALL * len(names))
    server.stop()
    return bytes_each


def fill_redis(folder, count):
    server = programs.redis(folder, fsync="no")
    Client(server.port).many(["RPUSH", "large", TEXT] for _ in range(count))
    server.stop()


def cost(server, sizes):
    """What calls cost in threads of one server that hold so many messages."""
    client = login(server.port)
    found = compared({thread: (client, itertools.repeat(thread), size) for thread, size in sizes.items()})
    client.close()
    return found


def compared(sides):
    """
    The median of what a client waits for each call, one after the other; the sides take turns and keep their sizes.

    A side is a client, the threads that its calls go to, and how many messages each of them holds.
    """
    calls = {
        "MSG": lambda client, thread, size: client.ask("MSG", thread, TEXT),
        "DLT": lambda client, thread, size: client.ask("DLT", thread, size // 2),
        "EDT": lambda client, thread, size: client.ask("EDT", thread, size // 2, TEXT),
        "RDT -50 -1": lambda client, thread, size: client.ask("RDT", thread, -50, -1),
    }
    found = {side: {} for side in sides}
    for name, call in calls.items():
        times = {side: [] for side in sides}
        for number in range(2 * CALLS):
            for side, (client, threads, size) in sides.items():
                thread = next(threads)
                begun = time.perf_counter()
                call(client, thread, size)
                if number >= CALLS:  # those before warm up
                    times[side].append(time.perf_counter() - begun)
        for side in sides:
            found[side][name] = statistics.median(times[side]) * 1e6
    return found
