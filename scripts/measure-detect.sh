#!/usr/bin/env bash
# Measures on this machine how many events a second `eventsec detect` takes, from a file to lines of matches, and prints
# a line for each lane, way of reading and number of threads: measure-detect.sh CORPUS [TIMES], where CORPUS is the
# directory with bench and sigma/rules, and each lane is repeated TIMES, 40 if not said. Leave the machine alone
# meanwhile. Status: 0 all was measured, 2 it could not be tried.
set -euo pipefail
export LC_ALL=C

if [ $# -lt 1 ] || [ ! -d "$1/bench" ] || [ ! -d "$1/sigma/rules" ]; then
  printf 'measure-detect: name the directory that has bench and sigma/rules.\n' >&2
  exit 2
fi
corpus=$(cd "$1" && pwd)
times=${2:-40}
case $times in
  '' | *[!0-9]* | ????*)
    printf "measure-detect: '%s' is no number of times from 1 to 999.\n" "$times" >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A number of the report of a run.
number() {
  sed -n "s/^ *\"$1\" : \([0-9.]*\),*\$/\1/p" "$work/stats" | head -n 1
}

for lane in structured_windows raw_windows cisco_syslog sysmon_file_event no_match; do
  for ((i = 0; i < times; i++)); do
    gzip -dc "$corpus/bench/$lane.ndjson.gz"
  done >"$work/lane.ndjson"
  for how in 'jsonl 1' 'jsonl 2' 'auto 1'; do
    read -r format threads <<<"$how"
    ./eventsec detect --rules "$corpus/sigma/rules" --format "$format" --threads "$threads" \
      --stats "$work/stats" "$work/lane.ndjson" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 2; }
    events=$(number events)
    seconds=$(number seconds)
    matches=$(number matches)
    awk -v lane="$lane" -v format="$format" -v threads="$threads" -v events="$events" -v seconds="$seconds" -v matches="$matches" \
      'BEGIN { printf "%-20s %-6s %d threads %9d events/s %6.1f matches an event\n", lane, format, threads, events / seconds, matches / events }'
  done
done
