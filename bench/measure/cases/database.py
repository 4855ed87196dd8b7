"""Posts a second beside the INSERT of a database, as engines of forums on the web make it."""
import os

from .. import programs
from ..figures import Figure, Goal
from ..load import TEXT, pgbench, redis_benchmark

TABLES = """
CREATE TABLE posts (
    id bigserial PRIMARY KEY, thread bigint NOT NULL, author bigint NOT NULL, created timestamptz NOT NULL DEFAULT now(),
    body text NOT NULL);
CREATE INDEX posts_of_a_thread ON posts (thread, id);
"""
INSERT = """
\\set n random(0, 999999999)
INSERT INTO posts (thread, author, body) VALUES (1, 1, repeat('x', 88) || lpad(:n::text, 12, '0'));
"""
CLIENTS = 50


def inserts(bench):
    """Posts with 50 clients: one INSERT, prepared, in a transaction of its own."""
    bench.filled("forum-engine", 1)
    folder = bench.path("database")
    database = programs.postgresql(folder)
    try:
        programs.run([programs.found("psql"), *programs.postgres_address(database.port), "-q", "-c", TABLES])
        script = os.path.join(folder, "insert.sql")
        with open(script, "w") as file:
            file.write(INSERT)
        seconds = 1 if bench.small else 4
        ours, theirs, noisy = bench.rounds.of(
            lambda: redis_benchmark(bench.forum(), CLIENTS, bench.scaled(60_000), ["MSG", "forum-engine", TEXT]).per_second,
            lambda: pgbench(database, script, CLIENTS, seconds))
    finally:
        database.stop()
    yield Figure(
        "`MSG` of 100 B, 50 connections", "a second", ours, "PostgreSQL single `INSERT`", theirs, goal=Goal(2, 3), noisy=noisy)
