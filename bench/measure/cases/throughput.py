"""Posts and reads a second beside Redis, and both of them along the number of connections."""
from ..figures import WARM_UP, Curve, Figure, Goal
from ..load import TEXT, Beside, redis_benchmark
from ..resp import login

PAGE = ["-50", "-1"]


def posts(bench):
    """Durable posts of 100 bytes."""
    bench.filled("posts", 1)
    for clients, pipeline, requests, goal in (
            (50, 1, 60_000, Goal(1.0, 1.4)), (200, 1, 60_000, Goal(0.85, 1.0)), (50, 16, 400_000, Goal(1.0, 1.5))):
        ours, theirs, noisy = bench.rounds.of(
            *both(bench, clients, bench.scaled(requests), ["MSG", "posts", TEXT], ["RPUSH", "posts", TEXT], pipeline), warm_up=WARM_UP)
        name = "`MSG` of 100 B, %d connections%s" % (clients, behind(pipeline))
        yield from figures(name, "Redis `RPUSH`", ours, theirs, goal, noisy)


def reads(bench):
    """Fifty messages of 100 bytes."""
    bench.filled("reads", 1000)
    for pipeline, requests, goal in ((1, 100_000, Goal(0.9, 1.1)), (16, 200_000, Goal(1.2, 1.5))):
        ours, theirs, noisy = bench.rounds.of(
            *both(bench, 50, bench.scaled(requests), ["RDT", "reads", *PAGE], ["LRANGE", "reads", *PAGE], pipeline),
            durable=False, warm_up=WARM_UP)
        name = "`RDT t -50 -1`, 50 connections%s" % behind(pipeline)
        yield from figures(name, "Redis `LRANGE`", ours, theirs, goal, noisy)


def cold_reads(bench):
    """Fifty messages of 100 bytes, each time of another thread of very many: none of them is remembered as it was written."""
    threads = bench.scaled(2_000)
    for number in range(threads):
        bench.filled("cold%012d" % number, 50)
    for pipeline, requests in ((1, 100_000), (16, 200_000)):
        ours, theirs, noisy = bench.rounds.of(
            *both(bench, 50, bench.scaled(requests), ["RDT", "cold__rand_int__", *PAGE],
                  ["LRANGE", "cold__rand_int__", *PAGE], pipeline, keys=threads),
            durable=False, warm_up=WARM_UP)
        name = "`RDT t -50 -1` of %d threads in turn, 50 connections%s" % (threads, behind(pipeline))
        yield from figures(name, "Redis `LRANGE`", ours, theirs, None, noisy)


def reads_beside_posts(bench):
    """Reads of a thread beside twenty connections that post, to another thread or to the same."""
    bench.filled("quiet", 1000)
    bench.filled("busy", 1000)
    for thread, goals in (("quiet", (Goal(3, 5), Goal(0.7, 0.5))), ("busy", (None, None))):
        def side(server, post, read):
            with Beside(server, 20, [post, "busy", TEXT]):
                return redis_benchmark(server, 50, bench.scaled(60_000), [read, thread, *PAGE])

        ours, theirs, noisy = bench.rounds.of(
            lambda: side(bench.forum(), "MSG", "RDT"), lambda: side(bench.redis(), "RPUSH", "LRANGE"),
            warm_up=WARM_UP)
        name = "`RDT -50 -1` of %s thread, beside 20 who post" % ("another" if thread == "quiet" else "the same")
        yield rate(name, "Redis", ours, theirs, goals[0], noisy)
        yield p99(name, "Redis", ours, theirs, goals[1], noisy)


def log(bench):
    """What the operator's two lines about each command cost: the same server with and without --quiet."""
    telling, quiet = bench.new_forum(quiet=False), bench.new_forum()
    for server in (telling, quiet):
        client = login(server.port)
        client.ask("CRT", "t")
        client.many(["MSG", "t", "x" * 100] for _ in range(1000))
    for words, durable in ((["MSG", "t", TEXT], True), (["RDT", "t", *PAGE], False)):
        sides = [lambda server=server: redis_benchmark(server, 50, bench.scaled(60_000), words) for server in (telling, quiet)]
        ours, theirs, noisy = bench.rounds.of(*sides, durable=durable, warm_up=WARM_UP)
        name = "`%s` with lines in the log, 50 connections" % words[0]
        yield from figures(name, "itself with `--quiet`", ours, theirs, None, noisy)
    telling.stop()
    quiet.stop()


def connections(bench):
    """Throughput and 99th percentile along the number of connections."""
    bench.filled("crowd", 1000)
    counts = (1, 10, 50, 200, 1000) if not bench.long else (1, 10, 50, 200, 500, 1000, 2000, 5000, 10000)
    rates = Curve("throughput", "connections", "requests a second")
    slowest = Curve("p99", "connections", "ms, 99th percentile")
    for clients in counts:
        for name, our_words, their_words, durable in (
                ("MSG", ["MSG", "crowd", TEXT], ["RPUSH", "crowd", TEXT], True),
                ("RDT -50 -1", ["RDT", "crowd", *PAGE], ["LRANGE", "crowd", *PAGE], False)):
            requests = bench.scaled(min(60_000, 5_000 + clients * 2_000))
            ours, theirs, _ = bench.rounds.of(
                *both(bench, clients, requests, our_words, their_words), durable=durable,
                warm_up=WARM_UP if clients == counts[0] else 1)
            for line, loads in (("forum " + name, ours), ("Redis " + their_words[0], theirs)):
                for load in loads:
                    rates.add(line, clients, load.per_second)
                    slowest.add(line, clients, load.p99_ms)
    yield rates
    yield slowest


def both(bench, clients, requests, our_words, their_words, pipeline=1, keys=1_000_000_000):
    forum, redis = bench.forum(), bench.redis()
    return (lambda: redis_benchmark(forum, clients, requests, our_words, pipeline, keys),
            lambda: redis_benchmark(redis, clients, requests, their_words, pipeline, keys))


def behind(pipeline):
    return "" if pipeline == 1 else ", pipelines of %d" % pipeline


def figures(name, against, ours, theirs, goal, noisy):
    yield rate(name, against, ours, theirs, goal, noisy)
    yield p99(name, against, ours, theirs, None, noisy)
    yield Figure(
        name + ", the server's processor time", "us each", [load.cpu_us for load in ours], against,
        [load.cpu_us for load in theirs], more_is_better=False, noisy=noisy)


def rate(name, against, ours, theirs, goal, noisy):
    return Figure(
        name, "a second", [load.per_second for load in ours], against, [load.per_second for load in theirs], goal=goal,
        noisy=noisy)


def p99(name, against, ours, theirs, goal, noisy):
    return Figure(
        name + ", 99th percentile", "ms", [load.p99_ms for load in ours], against, [load.p99_ms for load in theirs],
        more_is_better=False, goal=goal, noisy=noisy)
