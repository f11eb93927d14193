#!/bin/sh
# Compares calls of this project with the yardstick and with peers; see benchmarks/README.md.
# First: ./mvnw -q -Pbench -pl benchmarks -am -DskipTests package
set -eu
cd "$(dirname "$0")/.."
jar=benchmarks/target/benchmarks.jar
if [ ! -f "$jar" ]; then
  echo "$jar is not there; build it with ./mvnw -q -Pbench -pl benchmarks -am -DskipTests package" >&2
  exit 2
fi
java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi
exec "$java" -cp "$jar" io.rpcidl.benchmarks.rpc.Compare "$@"
