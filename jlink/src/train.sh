# Runs both images once as they will be used, so that the JVM can record what it loads. Called in the images' folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" XDG_CONFIG_HOME="$work/config" TERM=xterm
echo "a file" >"$work/file.txt"

# A server starts with what was written before, and reads all of it: the JVM should know that code best.
mkdir "$work/written"
awk 'BEGIN {
    threads = 20; messages = 1000; when = "2026-01-01T00:00:00Z"
    print "{\"type\":\"forum\",\"version\":1}"
    for (t = 1; t <= threads; t++) {
        printf "{\"type\":\"thread\",\"id\":%d,\"title\":\"t%d\",\"owner\":\"mike\",\"created\":\"%s\",\"active\":\"%s\",\"revision\":%d,\"path\":\"t%d\"}\n", ++id, t, when, when, messages + 1, t
        for (m = 1; m <= messages; m++)
            printf "{\"type\":\"message\",\"id\":%d,\"author\":\"user%d\",\"time\":\"%s\",\"edited\":false,\"text\":\"A message of the length that messages often have, number %d\"}\n", ++id, m % 10, when, m
    }
    printf "{\"type\":\"end\",\"lastId\":%d,\"threads\":%d,\"entries\":%d}\n", id, threads, threads * messages
}' >"$work/written/forum.jsonl"
forum-server/bin/forum-server import --data "$work/data" "$work/written" 2>"$work/server" >&2 || { cat "$work/server" >&2; exit 1; }

# It reads the snapshot nearly to its end, finds it cut, and reads the journal instead: so it learns both ways.
snapshot=$work/data/snapshot
head -c "$(($(wc -c <"$snapshot") - 1))" "$snapshot" >"$work/cut"
mv "$work/cut" "$snapshot"

# A visit, one line per prompt: a tab completes where there is a terminal.
visit() {
    printf '%s\n' "$1" secret "CRT $1" "MSG $1 hello" "MSG $1 again" "EDT $1 1 good day" "DLT $1 2" LST "RDT $1" \
        "UPD $1 $work/file.txt" "RDT $1" "DWN $1 file.txt" nonsense "help CRT" "RDT $1" "RMV $1" XIT
}

# How often methods ran is not recorded: the JVM would compile by it at each start, which takes longer than it saves.
recorded="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"

mkfifo "$work/log"
FORUM_JAVA_OPTS="$recorded -XX:AOTCacheOutput=$PWD/forum-server/lib/app.aot" \
    forum-server/bin/forum-server --data "$work/data" 0 admin >"$work/log" 2>"$work/server" &
server=$!
exec 3<"$work/log"
until case ${line:-} in *"starting up on "*) true ;; *) false ;; esac; do
    read -r line <&3 || { echo "The server did not start in training" >&2; cat "$work/server" >&2; exit 1; }
done
port=${line##*:}
cat <&3 >/dev/null &

mkdir "$work/piped" "$work/typed"
images=$PWD
(cd "$work/piped" && visit piped | "$images/forum-client/bin/forum" 127.0.0.1 "$port" >/dev/null)

# Scripts and people use the client: one process does what both do, and records it.
client=$images/forum-client
export FORUM_PASSWORD=secret LC_ALL=C.UTF-8
url=forum://piped@127.0.0.1:$port

# Who uses it has used it before: there are named forums, lines typed and threads read.
mkdir -p "$XDG_CONFIG_HOME/forum" "$XDG_STATE_HOME/forum"
printf 'plain = false\n\n[work]\naddress = 127.0.0.1 %s\nuser = piped\n' "$port" >"$XDG_CONFIG_HOME/forum/config"
echo '1767225600000:LST' >"$XDG_STATE_HOME/forum/history-127.0.0.1:$port"
echo '1 read' >"$XDG_STATE_HOME/forum/visits-127.0.0.1:$port"

script="-c 'CRT script' -c 'MSG script こんにちは' -c LST -c 'RDT script -1 -1'"
command="$client/bin/java @$client/conf/jvm.options $recorded -XX:AOTCacheOutput=$client/lib/app.aot -m forum.client/forum.client.Training \
    $script @work -- --json -c LST -c 'RDT script' -c 'RMV script' $url -- 127.0.0.1 $port"
if command -v script >/dev/null; then
    (cd "$work/typed" && visit typed | script -qec "$command" /dev/null >"$work/screen")
else
    (cd "$work/typed" && visit typed | sh -c "$command" >"$work/screen")
fi

kill "$server"
wait "$server" || true
for image in forum-server forum-client; do
    [ -f "$image/lib/app.aot" ] || { echo "$image has recorded nothing" >&2; cat "$work/server" "$work/screen" >&2; exit 1; }
done
