"""This machine, and how quiet its disk is."""
import os
import platform
import statistics
import subprocess
import time

NOISE = 1e-3  # a disk whose slowest flushes take longer is busy with something else
FLUSHES = 200
RECORD = b"x" * 100


class Disk:
    """Probe how long it takes to make 100 bytes durable, as both sides do all the time."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "probe")
        with open(self.path, "wb") as file:
            file.write(bytes(FLUSHES * len(RECORD)))
            os.fsync(file.fileno())
        self.all = []

    def probe(self):
        """Median and 99th percentile in seconds."""
        file = os.open(self.path, os.O_WRONLY)
        times = []
        for number in range(FLUSHES):
            begun = time.perf_counter()
            os.pwrite(file, RECORD, number * len(RECORD))
            os.fdatasync(file)
            times.append(time.perf_counter() - begun)
        os.close(file)
        times.sort()
        found = times[FLUSHES // 2], times[FLUSHES * 99 // 100]
        self.all.append(found)
        return found

    def is_quiet(self):
        return self.probe()[1] <= NOISE

    def summary(self):
        """The median of all probes' medians, the least and the most, in seconds."""
        medians = [median for median, _ in self.all] or [self.probe()[0]]
        return statistics.median(medians), min(medians), max(medians)


def described(folder):
    """The machine in one line."""
    kind = subprocess.run(["stat", "-f", "-c", "%T", folder], stdout=subprocess.PIPE).stdout.decode().strip()
    return "%s, %d cores, %.0f GB of memory, Linux %s, %s" % (
        processor(), os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, platform.release(), kind)


def processor():
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def is_memory(folder):
    """Whether a folder is in memory, where flushing costs nothing."""
    return subprocess.run(["stat", "-f", "-c", "%T", folder], stdout=subprocess.PIPE).stdout.strip() in (b"tmpfs", b"ramfs")
