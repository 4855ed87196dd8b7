"""How cost grows with the number of threads, the size of messages, and the cores of the server."""
from .. import programs
from ..figures import WARM_UP, Curve
from ..load import TEXT, redis_benchmark
from ..resp import Client, login

CLIENTS = 50
PAGE = ["-50", "-1"]


def threads(bench):
    """Posts to, and reads of, any of so many threads."""
    curve = Curve("threads", "threads", "requests a second")
    for count in (1, 100, 10_000, 100_000):
        forum, redis = bench.new_forum(), programs.redis(bench.path("lists"))
        names = ["t%012d" % number for number in range(count)]
        client = login(forum.port)
        client.many(["CRT", name] for name in names)
        client.many(["MSG", name, "x" * 100] for name in names)
        Client(redis.port).many(["RPUSH", name, "x" * 100] for name in names)
        posts_and_reads(bench, curve, count, forum, redis, "t__rand_int__", bench.scaled(40_000), keys=count)
        forum.stop()
        redis.stop()
    yield curve


def message_sizes(bench):
    """Posts, and reads of fifty, of 10 bytes to 64 kB."""
    curve = Curve("message-size", "bytes of a message", "requests a second")
    for size in (10, 100, 1000, 10_000, 65_000):
        name = "size%d" % size
        login(bench.forum().port).ask("CRT", name)
        requests = bench.scaled(max(2_000, min(40_000, 40_000_000 // size)))
        posts_and_reads(bench, curve, size, bench.forum(), bench.redis(), name, requests, text="x" * size)
    yield curve


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
        posts_and_reads(bench, curve, count, forum, redis, "t", bench.scaled(60_000))
        forum.stop()
        redis.stop()
    yield curve


def posts_and_reads(bench, curve, at, forum, redis, thread, requests, text=TEXT, **options):
    """Add to a curve what both sides do in a second, first posts and then reads of the last fifty."""
    for ours, theirs, durable in (
            (["MSG", thread, text], ["RPUSH", thread, text], True), (["RDT", thread, *PAGE], ["LRANGE", thread, *PAGE], False)):
        sides = [
            lambda: redis_benchmark(forum, CLIENTS, requests, ours, **options),
            lambda: redis_benchmark(redis, CLIENTS, requests, theirs, **options)]
        *loads, _ = bench.rounds.of(*sides, durable=durable, warm_up=WARM_UP)
        for line, side in zip(("forum " + ours[0], "Redis " + theirs[0]), loads):
            for load in side:
                curve.add(line, at, load.per_second)
