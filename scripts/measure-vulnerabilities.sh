#!/usr/bin/env bash
# Measures on this machine what matching vulnerabilities costs, and prints a line for each figure:
# measure-vulnerabilities.sh CORPUS, where CORPUS is the directory with vulns/feeds. Takes some twenty minutes; leave
# the machine alone meanwhile. Status: 0 all was measured, 1 something was not, 2 it could not be tried.
set -euo pipefail
export LC_ALL=C

if [ $# -ne 1 ] || [ ! -d "$1/vulns/feeds" ]; then
  printf 'measure-vulnerabilities: name the directory that has vulns/feeds.\n' >&2
  exit 2
fi
corpus=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0

# Runs a command whose output is kept, and prints the lines of it that have a figure.
figures() {
  local pattern=$1
  shift
  if "$@" >"$log" 2>&1 && grep -E "$pattern" "$log"; then
    return
  fi
  printf 'Not measured: %s\n' "$*" >&2
  tail -n 20 "$log" >&2
  failed=1
}

# In memory, on one core: components against ranges.
match() {
  figures 'matched|indexed|MiB' java -Xmx2g -XX:+UseSerialGC "-Deventsec.corpus=$corpus" \
    -cp "eventsec-core/target/classes:eventsec-core/target/test-classes:$(cat eventsec-core/target/tests.cp)" \
    io.eventsec.core.vuln.match.MatchingCost "$@"
}

# One integration test, with what it is to be told.
integration() {
  local module=$1 test=$2 pattern=$3
  shift 3
  # A failure of one is no failure of the next.
  rm -rf eventsec-*/target/failsafe-reports
  figures "$pattern" mvn -B -q -pl "$module" -am -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dit.test=$test" -Dfailsafe.failIfNoSpecifiedTests=false -Djacoco.skip=true -Dconsole.test=false \
    "-Deventsec.corpus=$corpus" "$@" verify
}

mvn -B -q -pl eventsec-core -am -Djacoco.skip=true test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/tests.cp
printf '560,000 components, 441,000 ranges\n'
match
printf '1,000,000 components, 3,000,000 ranges\n'
match 1000000 3000000
printf '1,000 changed advisories to stored findings\n'
integration eventsec-persistence ChangedAdvisoriesSpeedIT 'assets with|^round' -Deventsec.speed.assets=300 -Dtest.jvm=-Xmx2g
printf 'A bill of materials to visible findings\n'
integration eventsec-jakarta-it 'FindingsIT#large*' 'visible findings'
printf 'The worst of a million findings\n'
integration eventsec-persistence FindingPagesSpeedIT 'findings: (median|[0-9])' -Deventsec.speed.findings=1000000
exit "$failed"
