#!/usr/bin/env bash
# Watches what a build that generates does to the system: nothing is connected to, nothing is run but java, and nothing is
# written but below the project's target folder. Usage: trace-generate.sh PROJECT [MAVEN ARGUMENT...], needs strace and mvn.
# The first run, which isn't watched, brings what Maven itself has to fetch; the second is offline.
set -euo pipefail

project=$(cd "$1" && pwd)
shift
mvn=${MVN:-mvn}
trace=$(mktemp)
temporary=$(dirname "$trace")
trap 'rm -f "$trace"' EXIT

cd "$project"
"$mvn" -q "$@" generate-test-sources
rm -rf target
strace -f -y -e trace=openat,creat,rename,renameat2,unlink,unlinkat,mkdir,mkdirat,link,symlink,connect,execve -o "$trace" \
    "$mvn" -q -o "$@" generate-test-sources

failed=0
report() {
    if [ -n "$2" ]; then
        printf '%s:\n%s\n' "$1" "$2"
        failed=1
    fi
}

# names that the C library looks up in a local socket, and X11, are Java's own
report "connected to" "$(grep 'connect(' "$trace" | grep -E 'AF_INET6?' || true)"
report "ran" "$(grep 'execve(' "$trace" | grep ' = 0' | sed -E 's/.*execve\("([^"]*)".*/\1/' | sort -u |
    grep -vE '/(mvn|java|bash|sh|env|uname|dirname|basename|readlink|ls|expr|sed|cygpath|cat|tr|which)$' || true)"
written=$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|rename|unlink|mkdir|link\(' "$trace" | grep -v ' = -1 ' |
    grep -oE '"[^"]+"' | tr -d '"' | sort -u)
# threads name themselves below /proc, and Maven unpacks the library that colours its log
report "wrote" "$(grep -vE "^($project/target|target|/dev/|/proc/|/sys/|$temporary/hsperfdata_|$temporary/jansi-|[0-9]+$)" \
    <<<"$written" || true)"
echo "$(grep -c "^$project/target" <<<"$written") paths below $project/target were written"
exit "$failed"
