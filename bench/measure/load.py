"""Load from the tools that came with the programs, so that nobody can say that ours are kind to us."""
import csv
import subprocess
from dataclasses import dataclass

from .programs import found, postgres_address, run
from .resp import USER

TEXT = "x" * 88 + "__rand_int__"  # 100 bytes, each time others


@dataclass
class Load:
    """What a run of some load has shown; cpu is that of the server."""

    per_second: float
    p99_ms: float
    cpu_us: float


def command(server, clients, requests, words, pipeline=1, keys=1_000_000_000):
    login = ["--user", USER, "-a", USER] if server.name == "forum" else []
    return [
        found("redis-benchmark"), "-p", str(server.port), *login, "-c", str(clients), "-n", str(requests),
        "-P", str(pipeline), "-r", str(keys), "--csv", *words]


def redis_benchmark(server, clients, requests, words, pipeline=1, keys=1_000_000_000):
    before = server.cpu()
    said = run(command(server, clients, requests, words, pipeline, keys))
    cpu = server.cpu() - before
    row = list(csv.DictReader(said.splitlines()))[-1]
    return Load(float(row["rps"]), float(row["p99_latency_ms"]), cpu / requests * 1e6)


class Beside:
    """The same load without end, while something else is measured."""

    def __init__(self, server, clients, words):
        self.command = command(server, clients, 2_000_000_000, words)

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __exit__(self, *_):
        if self.process.poll() is not None:
            raise RuntimeError("The load beside has ended: " + " ".join(self.command))
        self.process.kill()
        self.process.wait()


def pgbench(server, script, clients, seconds):
    said = run([
        found("pgbench"), *postgres_address(server.port), "-n", "-M", "prepared", "-f", script,
        "-c", str(clients), "-j", "2", "-T", str(seconds)])
    return float(next(line for line in said.splitlines() if line.startswith("tps")).split()[2])
