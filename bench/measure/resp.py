"""A client that speaks RESP, to the forum and to Redis."""
import socket

USER = "bench"


class Client:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def send(self, *words):
        self.socket.sendall(encode(words))

    def reply(self):
        """The first line of a reply; the rest is read and dropped."""
        line = self.file.readline()
        if line[:1] == b"$":
            self.file.read(int(line[1:]) + 2)
        elif line[:1] == b"*":
            for _ in range(int(line[1:])):
                self.reply()
        if line[:1] in (b"-", b""):
            raise RuntimeError("The server says " + (line.decode().strip() or "nothing more"))
        return line

    def ask(self, *words):
        self.send(*words)
        return self.reply()

    def many(self, requests, at_once=500):
        """Send all requests, so many before their replies are read."""
        batch = []
        for request in requests:
            batch.append(encode(request))
            if len(batch) == at_once:
                self._flush(batch)
                batch = []
        self._flush(batch)

    def _flush(self, batch):
        self.socket.sendall(b"".join(batch))
        for _ in batch:
            self.reply()

    def close(self):
        self.file.close()
        self.socket.close()


def register(port):
    """Make the one user of the forum."""
    client = Client(port)
    client.ask("LOGIN-N", USER)
    client.ask("LOGIN-NP", USER)
    client.close()


def login(port):
    """A connection of the one user as programs make it: any number at once."""
    client = Client(port)
    client.ask("AUTH", USER, USER)
    return client


def encode(words):
    words = [word if isinstance(word, bytes) else str(word).encode() for word in words]
    return b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words)
