"""How cost grows with the number of threads, the size of messages, and the cores of the server."""
from .. import programs
from ..figures import Curve
from ..load import TEXT, redis_benchmark
from ..resp import Client, login

CLIENTS = 50


def threads(bench):
    """Posts to, and reads of, any of so many threads."""
    curve = Curve("threads", "threads", "requests a second")
    for count in (1, 100, 10_000, 100_000):
        forum, redis = bench.new_forum(), programs.redis(bench.path("lists"))
        client = login(forum.port)
        client.many(["CRT", "t%012d" % number] for number in range(count))
        client.many(["MSG", "t%012d" % number, "x" * 100] for number in range(count))
        Client(redis.port).many(["RPUSH", "t%012d" % number, "x" * 100] for number in range(count))
        for line, server, words in (
                ("forum MSG", forum, ["MSG", "t__rand_int__", TEXT]), ("Redis RPUSH", redis, ["RPUSH", "t__rand_int__", TEXT]),
                ("forum RDT -50 -1", forum, ["RDT", "t__rand_int__", "-50", "-1"]),
                ("Redis LRANGE", redis, ["LRANGE", "t__rand_int__", "-50", "-1"])):
            for _ in range(bench.rounds.count):
                curve.add(line, count, redis_benchmark(server, CLIENTS, bench.scaled(40_000), words, keys=count).per_second)
        forum.stop()
        redis.stop()
    yield curve


def message_sizes(bench):
    """Posts, and reads of fifty, of 10 bytes to 64 kB."""
    rates = Curve("message-size", "bytes of a message", "requests a second")
    for size in (10, 100, 1000, 10_000, 65_000):
        name, text = "size%d" % size, "x" * size
        login(bench.forum().port).ask("CRT", name)
        requests = bench.scaled(max(2_000, min(40_000, 40_000_000 // size)))
        sides = [
            lambda: redis_benchmark(bench.forum(), CLIENTS, requests, ["MSG", name, text]),
            lambda: redis_benchmark(bench.redis(), CLIENTS, requests, ["RPUSH", name, text])]
        ours, theirs, _ = bench.rounds.of(*sides)
        page = ["-50", "-1"]
        our_reads, their_reads, _ = bench.rounds.of(
            lambda: redis_benchmark(bench.forum(), CLIENTS, requests, ["RDT", name, *page]),
            lambda: redis_benchmark(bench.redis(), CLIENTS, requests, ["LRANGE", name, *page]), durable=False)
        for line, loads in (
                ("forum MSG", ours), ("Redis RPUSH", theirs), ("forum RDT -50 -1", our_reads), ("Redis LRANGE", their_reads)):
            for load in loads:
                rates.add(line, size, load.per_second)
    yield rates


def cores(bench):
    """The same load on a server that has one core, and two; whoever sends it has all."""
    curve = Curve("cores", "cores of the server", "requests a second")
    for count, names in ((1, "0"), (2, "0,1")):
        forum = bench.new_forum(cores=names)
        redis = programs.redis(bench.path("cores"), cores=names)
        client = login(forum.port)
        client.ask("CRT", "t")
        client.many(["MSG", "t", "x" * 100] for _ in range(1000))
        Client(redis.port).many(["RPUSH", "t", "x" * 100] for _ in range(1000))
        for _ in range(bench.rounds.count):
            for line, server, words in (
                    ("forum MSG", forum, ["MSG", "t", TEXT]), ("Redis RPUSH", redis, ["RPUSH", "t", TEXT]),
                    ("forum RDT -50 -1", forum, ["RDT", "t", "-50", "-1"]), ("Redis LRANGE", redis, ["LRANGE", "t", "-50", "-1"])):
                curve.add(line, count, redis_benchmark(server, CLIENTS, bench.scaled(60_000), words).per_second)
        forum.stop()
        redis.stop()
    yield curve
