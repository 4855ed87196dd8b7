"""The place in which all cases run: folders, programs, rounds."""
import os

from . import programs
from .resp import Client, login, register


class Bench:
    """Throw-away folders, and the programs that run until the end."""

    def __init__(self, folder, rounds, given):
        self.folder = folder
        self.rounds = rounds
        self.small = given.small
        self.long = given.long
        self.messages = self.scaled(given.messages)
        self._programs = {}
        os.environ["XDG_STATE_HOME"] = os.path.join(folder, "state")
        os.environ["XDG_CONFIG_HOME"] = os.path.join(folder, "config")

    def path(self, name):
        """A new, empty folder."""
        path = os.path.join(self.folder, name)
        number = 1
        while os.path.exists(path):
            number += 1
            path = os.path.join(self.folder, "%s-%d" % (name, number))
        os.mkdir(path)
        os.chmod(path, 0o711)
        return path

    def scaled(self, count):
        """So many, or few when somebody only wants to see it work."""
        return max(1, count // 20) if self.small else count

    def forum(self):
        """The forum that most cases share; its one user exists."""
        return self._started("forum", self.new_forum)

    def new_forum(self, **options):
        """Another forum, whose one user exists."""
        forum = programs.forum(self.path("forum"), **options)
        register(forum.port)
        return forum

    def redis(self):
        return self._started("redis", lambda: programs.redis(self.path("redis")))

    def _started(self, name, start):
        if name not in self._programs:
            self._programs[name] = start()
        return self._programs[name]

    def filled(self, name, entries):
        """A thread of the forum and a list of Redis with so many entries of 100 bytes."""
        client = login(self.forum().port)
        client.ask("CRT", name)
        client.many(["MSG", name, "x" * 100] for _ in range(entries))
        client.close()
        other = Client(self.redis().port)
        other.many(["RPUSH", name, "x" * 100] for _ in range(entries))
        other.close()

    def stop(self):
        for program in self._programs.values():
            program.stop()
        self._programs = {}
