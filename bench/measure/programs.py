"""The programs that are measured, each with throw-away data on a free port of this machine."""
import glob
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

from .resp import Client

HERE = os.path.dirname(os.path.abspath(__file__))
IMAGES = os.path.join(HERE, "..", "..", "jlink", "target", "image")
SERVER = os.path.join(IMAGES, "forum-server", "bin", "forum-server")
CLIENT = os.path.join(IMAGES, "forum-client", "bin", "forum")
PATIENCE = 120

# One user does it all, who would run into the limits of one user, and connects at once as often as there are connections.
ONE_USER = ["--auth-per-user", "0", "--threads", "0", "--threads-per-user", "0", "--entries-per-thread", "0",
            "--file-space-per-user", "0", "--message-space-per-user", "0", "--strangers", "0"]
TICK = os.sysconf("SC_CLK_TCK")

# What bench/run wants, and which package of Debian has it.
TOOLS = {
    "redis-server": "redis-server",
    "redis-benchmark": "redis-tools",
    "pgbench": "postgresql",
    "nginx": "nginx",
    "dd": "coreutils",
    "taskset": "util-linux",
}


class Program:
    """A process that is ready when it answers; seconds tells how long that took."""

    def __init__(self, name, command, ready, cores=None, ends_by=signal.SIGTERM):
        self.name = name
        self.ends_by = ends_by
        self.keeper = None
        if cores:
            command = ["taskset", "--cpu-list", cores] + command
        begun = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.port = ready(self)
        self.seconds = time.monotonic() - begun

    def resident(self):
        """Bytes of memory that the process holds."""
        with open("/proc/%d/status" % self.process.pid) as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) * 1024

    def cpu(self):
        """Seconds of processor time that the process has taken."""
        with open("/proc/%d/stat" % self.process.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def stop(self):
        self._end(self.ends_by)

    def kill(self):
        """End it as a crash does."""
        self._end(signal.SIGKILL)

    def keep_log(self, path):
        """Write what the process says from now on to a file, as it comes."""
        def keep():
            with open(path, "wb") as log:
                shutil.copyfileobj(self.process.stdout, log)
        self.keeper = threading.Thread(target=keep)
        self.keeper.start()

    def _end(self, by):
        self.process.send_signal(by)
        if self.keeper:
            self.keeper.join()
        self.process.communicate()


def missing():
    """What is not there, in sentences."""
    sentences = []
    if not os.access(SERVER, os.X_OK) or not os.access(CLIENT, os.X_OK):
        sentences.append("The images are missing: mvn -DskipTests -pl jlink -am package")
    for tool, package in TOOLS.items():
        if not found(tool):
            sentences.append("%s is missing: it is in Debian's package %s" % (tool, package))
    return sentences


def found(tool):
    """The path of a tool, also of those that Debian keeps out of the way of users."""
    newest_first = sorted(glob.glob("/usr/lib/postgresql/*/bin/" + tool), reverse=True)
    return shutil.which(tool) or shutil.which(tool, path="/usr/sbin") or next(iter(newest_first), None)


def forum(data, *options, cores=None, java="", quiet=True):
    """
    The server on a data folder; java is what its JVM is told beside what the environment says. If it is not quiet, its log
    goes to a file beside its data.
    """
    def ready(server):
        for line in server.process.stdout:
            started = re.search(rb"starting up on 127\.0\.0\.1:(\d+)", line)
            if started:
                Client(int(started.group(1))).ask("PING")
                return int(started.group(1))
        raise RuntimeError("The forum does not start")

    said = ["--quiet"] if quiet else []
    command = with_java(java) + [SERVER, "--data", data, *said, *ONE_USER, *options, "0", "bench"]
    server = Program("forum", command, ready, cores)
    if not quiet:
        server.keep_log(data + ".log")
    return server


def check(data, java=""):
    """Let the server's own check look at a data folder, which must be sound."""
    run(with_java(java) + [SERVER, "check", "--data", data])


def with_java(options):
    return ["env", ("FORUM_JAVA_OPTS=" + os.environ.get("FORUM_JAVA_OPTS", "") + " " + options).strip()]


def redis(folder, fsync="always", cores=None):
    """Redis with its append-only file, which it does not rewrite meanwhile."""
    port = free_port()
    settings = {
        "port": port, "bind": "127.0.0.1", "dir": folder, "save": "", "appendonly": "yes", "appendfsync": fsync,
        "aof-use-rdb-preamble": "no", "auto-aof-rewrite-percentage": 0, "maxclients": 20000}
    command = [found("redis-server")]
    for setting, value in settings.items():
        command += ["--" + setting, str(value)]
    return Program("Redis", command, lambda server: answers(server, port, redis_pings), cores)


def redis_pings(port):
    client = Client(port)
    client.send("PING")
    return client.file.readline() == b"+PONG\r\n"


def postgresql(folder):
    """PostgreSQL with its default settings; it refuses to be run by root."""
    port = free_port()
    data = os.path.join(folder, "postgresql")
    os.mkdir(data)
    if os.getuid() == 0:
        os.chown(data, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)
    run(postgres_command("initdb", "--auth=trust", "--username=bench", "--encoding=UTF8", "--locale=C", data))
    command = postgres_command(
        "postgres", "-D", data, "-c", "port=%d" % port, "-c", "listen_addresses=127.0.0.1",
        "-c", "unix_socket_directories=" + data)

    def takes_queries(port):
        asked = subprocess.run(
            [found("psql"), *postgres_address(port), "-c", "SELECT 1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return asked.returncode == 0

    return Program("PostgreSQL", command, lambda server: answers(server, port, takes_queries), ends_by=signal.SIGINT)


def postgres_command(tool, *arguments):
    unprivileged = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
    return [*unprivileged, found(tool), *arguments]


def postgres_address(port):
    return ["-h", "127.0.0.1", "-p", str(port), "-U", "bench", "postgres"]


NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
{user}
"""


def nginx(folder, root):
    port = free_port()
    configuration = os.path.join(folder, "nginx.conf")
    with open(configuration, "w") as file:
        user = "user root;" if os.getuid() == 0 else ""
        file.write(NGINX.format(folder=folder, root=root, port=port, user=user))
    command = [found("nginx"), "-p", folder, "-e", os.path.join(folder, "error.log"), "-c", configuration]

    def connects(port):
        Client(port)
        return True

    return Program("nginx", command, lambda server: answers(server, port, connects))


def answers(server, port, question):
    """Wait until a program answers on its port, and give the port."""
    until = time.monotonic() + PATIENCE
    while server.process.poll() is None and time.monotonic() < until:
        try:
            if question(port):
                return port
        except ConnectionError:
            pass
        time.sleep(0.002)
    server.process.kill()
    raise RuntimeError("%s does not start: %s" % (server.name, server.process.stdout.read().decode()))


def run(command):
    """Run a tool that must succeed, and give what it says on standard output."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/")
    if done.returncode != 0:
        raise RuntimeError("%s: %s" % (" ".join(command), done.stderr.decode() or done.stdout.decode()))
    return done.stdout.decode()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
