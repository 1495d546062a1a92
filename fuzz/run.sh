#!/bin/sh
# Runs built fuzz targets one after the other, each for so many seconds, seeded with the fixtures of its format.
#
#   cargo +nightly fuzz build && fuzz/run.sh BIN_DIR SECONDS nitf rss …
set -u
bin=$1 seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
for target in "$@"; do
    corpus=$here/corpus/$target
    mkdir -p "$corpus" "$here/artifacts/$target"
    for seed in "$here/../crates/wire/tests/data/$target"/* "$here"/../crates/wire/tests/odd/[0-9]* "$here"/../crates/wire/tests/habits/[0-9]*; do
        case $seed in *.expected.json | *"*") ;; *) cp "$seed" "$corpus/" ;; esac
    done
    "$bin/$target" "$corpus" -artifact_prefix="$here/artifacts/$target/" -max_total_time="$seconds" -max_len=16384 \
        -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 >"$here/artifacts/$target.log" 2>&1
    code=$?
    stat() { grep "stat::$1" "$here/artifacts/$target.log" | awk '{print $2}'; }
    echo "$target: exit $code, $(stat number_of_executed_units) inputs, peak $(stat peak_rss_mb) MB, slowest $(stat slowest_unit_time_sec) s"
done
