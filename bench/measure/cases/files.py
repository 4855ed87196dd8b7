"""Files up and down, through one client of ours that keeps nothing."""
import os
import time

from .. import programs
from ..figures import Curve, Figure, Goal
from ..resp import Client, login

PART = 1 << 20
GIB = 1 << 30
TURN = 64 << 20  # a turn of small files takes many of them
SIZES = [1 << power for power in (10, 14, 18, 22, 26, 30)]


def one_gib(bench):
    """Down beside nginx with sendfile, up beside dd with conv=fdatasync."""
    with Files(bench, bench.scaled(GIB)) as files:
        ours, theirs, noisy = bench.rounds.of(files.download, files.nginx_download, durable=False)
        yield figure("download of 1 GiB", "nginx, `sendfile`", ours, theirs, files.size, Goal(0.9, 1.15), noisy)
        ours, theirs, noisy = bench.rounds.of(files.upload, files.dd)
        yield figure("upload of 1 GiB, durable", "`dd conv=fdatasync`", ours, theirs, files.size, Goal(0.5, 0.8), noisy)


def sizes(bench):
    """From 1 kB to 1 GiB, in a long run 4 GiB less one byte."""
    down = Curve("download", "bytes", "MB/s")
    up = Curve("upload", "bytes", "MB/s")
    for size in SIZES + ([4 * GIB - 1] if bench.long else []):
        with Files(bench, size) as files:
            for curve, line, other_line, our_side, their_side in (
                    (down, "forum", "nginx", files.download, files.nginx_download), (up, "forum", "dd", files.upload, files.dd)):
                ours, theirs, _ = bench.rounds.of(our_side, their_side, durable=False)
                for seconds in ours:
                    curve.add(line, size, size / seconds / 1e6)
                for seconds in theirs:
                    curve.add(other_line, size, size / seconds / 1e6)
    yield down
    yield up


def each(way):
    """Go so often in a turn, and give the seconds that once took."""
    def turn(files):
        os.sync()
        begun = time.perf_counter()
        for _ in range(files.times):
            way(files)
        return (time.perf_counter() - begun) / files.times
    return turn


class Files:
    """A file of some size on all sides; each way gives the seconds that it took."""

    def __init__(self, bench, size):
        self.bench = bench
        self.size = size
        self.times = max(1, min(200, TURN // size))
        self.thread = "files%d" % size
        self.uploads = 0

    def __enter__(self):
        self.folder = self.bench.path("files")
        self.source = os.path.join(self.folder, "source")
        with open(self.source, "wb") as file:
            part = os.urandom(PART)
            for start in range(0, self.size, PART):
                file.write(part[: self.size - start])
            os.fsync(file.fileno())
        self.nginx = programs.nginx(self.folder, self.folder)
        self.client = login(self.bench.forum().port)
        self.client.ask("CRT", self.thread)
        self._put("source")
        return self

    def __exit__(self, *_):
        self.client.ask("RMV", self.thread)
        self.client.close()
        self.nginx.stop()
        os.remove(self.source)

    @each
    def download(self):
        self.client.send("DWN", self.thread, "source")
        length = int(self.client.file.readline()[1:])
        received(self.client.socket, self.client.file, length + 2)

    @each
    def nginx_download(self):
        client = Client(self.nginx.port)
        client.socket.sendall(b"GET /source HTTP/1.1\r\nHost: bench\r\n\r\n")
        while client.file.readline() != b"\r\n":
            pass
        received(client.socket, client.file, self.size)
        client.close()

    @each
    def upload(self):
        self.uploads += 1
        self._put("upload%d" % self.uploads)

    @each
    def dd(self):
        target = os.path.join(self.folder, "copy")
        programs.run([programs.found("dd"), "if=" + self.source, "of=" + target, "bs=1M", "conv=fdatasync"])
        os.remove(target)

    def _put(self, name):
        words = [b"UPD", self.thread.encode(), name.encode()]
        head = b"*4\r\n" + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words) + b"$%d\r\n" % self.size
        self.client.socket.sendall(head)
        with open(self.source, "rb") as file:
            self.client.socket.sendfile(file)
        self.client.socket.sendall(b"\r\n")
        self.client.reply()


def received(connection, buffered, size):
    """Take so many bytes, first those that came with the reply's head."""
    left = size - len(buffered.read(min(len(buffered.peek()), size)))
    target = memoryview(bytearray(min(PART, left)))
    while left:
        count = connection.recv_into(target, min(PART, left))
        if not count:
            raise RuntimeError("The connection ended in the middle of a file")
        left -= count


def figure(name, against, ours, theirs, size, goal, noisy):
    return Figure(
        name, "MB/s", [size / seconds / 1e6 for seconds in ours], against, [size / seconds / 1e6 for seconds in theirs],
        goal=goal, noisy=noisy)
