#!/bin/sh
# Starts what is committed the way a newcomer would: a fresh clone in an empty folder, `make demo`, three pages, Ctrl-C.
# Run as root it does so twice: as root and as an ordinary user made for the purpose. Not a part of `make test`, because it
# downloads everything anew. TARGET=test runs `make test` in the clone as well.
set -eu

SOURCE=$(cd "$(dirname "$0")/.." && pwd)
USER_NAME=anhorig-prov
PORT=${PORT:-8765}
READY_SECONDS=${READY_SECONDS:-600} # downloads included

say() { printf '%s\n' "== $*"; }

answers() { # is the page there, with a heading?
    python3 -c "import sys, urllib.request as r; sys.exit(b'<h1' not in r.urlopen(sys.argv[1], timeout=20).read())" "$1"
}

wait_until_ready() { # log file, process id
    waited=0
    until grep -q 'Ctrl-C' "$1" 2>/dev/null; do
        kill -0 "$2" 2>/dev/null || { cat "$1"; say "ended before it was ready"; return 1; }
        [ "$waited" -lt "$READY_SECONDS" ] || { cat "$1"; say "not ready in $READY_SECONDS s"; return 1; }
        sleep 1
        waited=$((waited + 1))
    done
    say "ready after $waited s"
}

start_and_look() { # folder, log file: start, look at three municipalities, stop with Ctrl-C
    (cd "$1" && exec setsid make demo PORT="$PORT") >"$2" 2>&1 &
    started=$!
    wait_until_ready "$2" "$started"
    for municipality in stockholm nykoping gislaved; do
        answers "http://127.0.0.1:$PORT/$municipality/"
        say "$municipality answers"
    done
    kill -INT -"$started"
    wait "$started" || true
    nothing_left "$1"
}

nothing_left() { # folder: the database waits a little for somebody new before it stops
    for _ in $(seq 30); do
        left=$(pgrep -f "$1/.venv" || true)
        [ -n "$left" ] || { say "all of it stopped"; return 0; }
        sleep 1
    done
    say "left behind: $left"
    return 1
}

prove() { # folder that holds nothing but the clone
    start_and_look "$1/clone" "$1/first.log"
    start_and_look "$1/clone" "$1/second.log"
    [ "${TARGET:-demo}" = demo ] || make -C "$1/clone" "$TARGET"
}

clone() { # prints a new folder with a clone in it
    folder=$(mktemp -d)
    git -c advice.detachedHead=false clone --quiet --no-hardlinks "$SOURCE" "$folder/clone"
    printf '%s' "$folder"
}

if [ "${1:-}" = --here ]; then # called by this script itself, already as the right user
    prove "$2"
    exit
fi

folder=$(clone)
say "as $(id -un), in $folder"
prove "$folder"
rm -rf "$folder"

if [ "$(id -u)" -eq 0 ]; then
    id "$USER_NAME" >/dev/null 2>&1 || useradd --system --create-home --shell /bin/sh "$USER_NAME"
    folder=$(clone)
    cp "$0" "$folder/prove.sh"
    chown -R "$USER_NAME" "$folder"
    say "as $USER_NAME, in $folder"
    home=$(getent passwd "$USER_NAME" | cut -d: -f6)
    runuser -u "$USER_NAME" -- env HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin \
        sh "$folder/prove.sh" --here "$folder"
    rm -rf "$folder"
    userdel --remove "$USER_NAME"
fi
say "good"
