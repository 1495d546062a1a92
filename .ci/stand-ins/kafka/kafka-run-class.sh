#!/bin/bash
# Runs one of Kafka's classes, as the script of the same name in Kafka's own bin/.
set -euo pipefail
# shellcheck disable=SC2086 # KAFKA_HEAP_OPTS and KAFKA_OPTS are lists of words
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} ${KAFKA_OPTS:-} -Dorg.slf4j.simpleLogger.defaultLogLevel="${KAFKA_LOG_LEVEL:-warn}" \
    -cp '/opt/kafka/libs/*' "$@"
