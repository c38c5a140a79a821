#!/usr/bin/env bash
# Says whether a running EVENTSEC works: is it live and ready, are its tables there, does it offer the API,
# and does an event that is sent in become an alert and findable. The event goes in under the source "smoke";
# the alert it raises is closed again.
#
# Needs curl and awk. Status: 0 all is well, 1 something is not (one line for each), 2 it could not be tried.
set -euo pipefail
export LC_ALL=C

# What must be there. The tables came with SCHEMA_VERSION; a later one has them as well.
COMPONENTS='database schema opensearch'
TABLES='users software_components asset_vulnerabilities'
SCHEMA_VERSION=2
API='
  post /api/v1/session
  get /api/v1/session
  delete /api/v1/session
  get /api/v1/alerts
  get /api/v1/alerts/{id}
  patch /api/v1/alerts/{id}
  get /api/v1/events
  post /api/v1/ingest/{source}
  get /api/v1/inventory/assets
  get /api/v1/vulnerabilities
'

# The bundled rule that the event fires.
RULE=558168fb-41c7-4bcc-b725-55bc99610ceb
CONNECT_SECONDS=5
CALL_SECONDS=15
MOST_BYTES=16777216
MOST_WITHIN=600

usage() {
  cat >&2 <<'END'
Usage: smoke.sh URL          for example: smoke.sh http://localhost:9080

In the environment:
  EVENTSEC_SMOKE_USER            who signs in; an analyst or administrator
  EVENTSEC_SMOKE_PASSWORD_FILE   file with the password (or EVENTSEC_SMOKE_PASSWORD)
  EVENTSEC_TOKEN_FILE            file with a sensor's token (or EVENTSEC_TOKEN)
  EVENTSEC_SMOKE_WITHIN          seconds until the alert must be there, 1 to 600; 60 if not said
  EVENTSEC_SMOKE_CA_FILE         certificates to trust, for a server whose own are not public
END
}

# It cannot be tried at all: $1 why, $2 what to do.
give_up() {
  printf 'smoke: %s\nWhat to do: %s.\n' "$1" "$2" >&2
  exit 2
}

# --- settings ---------------------------------------------------------------------------------------------

need_tools() {
  local tool
  for tool in curl awk mktemp; do
    command -v "$tool" >/dev/null 2>&1 || give_up "there is no $tool" "install it (Debian: apt-get install curl mawk coreutils)"
  done
}

# Secrets come by file or variable, never as arguments, which every user of the machine can read.
# $1 variable with the file's name, $2 variable with the secret itself.
secret() {
  local file=${!1:-} value=${!2:-}
  if [ -n "$file" ]; then
    [ -r "$file" ] || give_up "$1 names '$file', which cannot be read" "name a file that this user may read"
    value=
    IFS= read -r value <"$file" || [ -n "$value" ] || give_up "the file '$file' of $1 is empty" "write the secret into it"
  fi
  [ -n "$value" ] || give_up "neither $1 nor $2 is set" "set one of them; $0 without arguments lists all settings"
  case $value in
    *[[:cntrl:]]*) give_up "what $1 or $2 gives holds control characters" "give the secret alone, on one line" ;;
  esac
  printf '%s' "$value"
}

# A password or token must not cross a network in clear.
check_base() {
  case $base in
    https://?*) ;;
    http://localhost | http://localhost:* | http://127.0.0.1 | http://127.0.0.1:* | http://\[::1\] | http://\[::1\]:*) ;;
    http://?*) give_up "$base is another machine and has no TLS: the password would cross the network in clear" "use an https address, or run this on that machine" ;;
    *) give_up "'$base' is no http or https URL" "give one such as http://localhost:9080" ;;
  esac
}

check_within() {
  case $within in
    '' | *[!0-9]* | ????*) within=0 ;;
  esac
  if [ "$within" -lt 1 ] || [ "$within" -gt "$MOST_WITHIN" ]; then
    give_up "EVENTSEC_SMOKE_WITHIN is '${EVENTSEC_SMOKE_WITHIN:-}', which is no number from 1 to $MOST_WITHIN" "give the seconds until the alert must be there"
  fi
}

quoted() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# Everything secret lies in a directory of our own, which goes when we go.
prepare() {
  umask 077
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  {
    printf 'silent\nshow-error\ngloboff\nproto = "=http,https"\n'
    printf 'connect-timeout = %d\nmax-time = %d\nmax-filesize = %d\n' "$CONNECT_SECONDS" "$CALL_SECONDS" "$MOST_BYTES"
    printf 'cookie = "%s/cookies"\ncookie-jar = "%s/cookies"\n' "$work" "$work"
    if [ -n "${EVENTSEC_SMOKE_CA_FILE:-}" ]; then
      printf 'cacert = %s\n' "$(quoted "$EVENTSEC_SMOKE_CA_FILE")"
    fi
  } >"$work/curl"
  printf 'Authorization: Bearer %s\n' "$token" >"$work/token"
  printf '{"username":%s,"password":%s}' "$(quoted "$user")" "$(quoted "$password")" >"$work/credentials"
}

# --- calls and their answers ------------------------------------------------------------------------------

# $1 method, $2 path, then options of curl. Leaves status (000: no answer), and the answer's members in $work/flat.
call() {
  local method=$1 path=$2
  shift 2
  : >"$work/body"
  status=$(curl --disable --config "$work/curl" --request "$method" --output "$work/body" \
    --write-out '%{http_code}' "$@" "$base$path" 2>"$work/error") || status=000
  flatten <"$work/body" >"$work/flat"
}

# One line for each value of a JSON text: its path with | between the names, a tab, the value.
flatten() {
  awk '
    BEGIN { RS = "\001" }
    { text = text $0 }
    END { length_ = length(text); at = 1; value("", 0) }

    function here() { return substr(text, at, 1) }
    function skip() { while (at <= length_ && here() ~ /[ \t\r\n]/) at++ }
    function below(path, name) { return path == "" ? name : path "|" name }

    function value(path, depth,   c) {
      skip()
      c = here()
      if (depth > 60) at = length_ + 1
      else if (c == "{") object(path, depth + 1)
      else if (c == "[") array(path, depth + 1)
      else if (c == "\"") print path "\t" string()
      else print path "\t" word()
    }

    function object(path, depth,   name) {
      at++
      skip()
      while (at <= length_ && here() != "}") {
        name = string()
        skip()
        at++
        value(below(path, name), depth)
        skip()
        if (here() == ",") at++
        else if (here() != "}") at = length_ + 1
        skip()
      }
      at++
    }

    function array(path, depth,   count) {
      at++
      skip()
      while (at <= length_ && here() != "]") {
        value(below(path, count + 0), depth)
        count++
        skip()
        if (here() == ",") at++
        else if (here() != "]") at = length_ + 1
        skip()
      }
      at++
    }

    # Escapes of signs that cannot be shown become a space.
    function string(   out, c) {
      at++
      out = ""
      while (at <= length_ && (c = here()) != "\"") {
        if (c == "\\") {
          at++
          c = here()
          if (c == "u") { at += 4; c = "?" }
          else if (c ~ /[bfnrt]/) c = " "
        }
        out = out (c ~ /[[:cntrl:]]/ ? " " : c)
        at++
      }
      at++
      return out
    }

    function word(   out) {
      out = ""
      while (at <= length_ && here() !~ /[],} \t\r\n]/) { out = out here(); at++ }
      if (out == "") at++
      return out
    }'
}

# The value at a path of the last answer; nothing if it is not there.
member() {
  awk -F '\t' -v path="$1" '$1 == path { print substr($0, length(path) + 2); exit }' "$work/flat"
}

# Why a call failed, in the words of the server or of curl.
reason() {
  local detail
  if [ "$status" = 000 ]; then
    printf 'no answer: %s' "$(head -n 1 "$work/error")"
    return
  fi
  detail=$(member detail)
  printf 'it answers %s%s' "$status" "${detail:+: $detail}"
}

# --- findings ---------------------------------------------------------------------------------------------

bad=0

good() {
  printf 'ok    %s\n' "$1"
}

skipped() {
  printf 'skip  %s\n' "$1"
}

# $1 what, $2 why, $3 the cure.
fault() {
  bad=$((bad + 1))
  printf 'FAIL  %s: %s. What to do: %s.\n' "$1" "${2%.}" "$3"
}

conclude() {
  if [ "$bad" -gt 0 ]; then
    printf '%s is not well: %d of the checks failed.\n' "$base" "$bad"
    exit 1
  fi
  printf '%s is well.\n' "$base"
}

# --- checks -----------------------------------------------------------------------------------------------

check_live() {
  call GET /health/live
  if [ "$status" = 200 ]; then
    good 'live'
    return
  fi
  fault 'live' "$(reason)" "start EVENTSEC, or give the URL that it listens on; its log says why it does not start"
  [ "$status" != 000 ] || conclude
}

cure_of() {
  case $1 in
    database) printf 'see that PostgreSQL runs and takes connections, and that EVENTSEC_DB_URL, EVENTSEC_DB_USER and the password are right' ;;
    schema) printf 'run the application once with EVENTSEC_ROLE=migrate; tables that somebody took away come back from a backup' ;;
    opensearch) printf 'see that OpenSearch runs, that EVENTSEC_OPENSEARCH_URL is right and its disk is not full; templates are written when the application starts: restart it' ;;
    *) printf "wait if it has just started; else the application's log says more" ;;
  esac
}

# The index of a component in the answer of /readyz; nothing if it is not named there.
component() {
  awk -F '\t' -v name="$1" '$2 == name && $1 ~ /^components\|[0-9]+\|name$/ { split($1, part, "|"); print part[2]; exit }' "$work/flat"
}

check_ready() {
  call GET /readyz
  if [ -z "$(member status)" ]; then
    fault 'ready' "$(reason)" 'see that this URL is EVENTSEC itself and not a proxy that answers in its place'
    return
  fi
  local n=0 name state why
  while name=$(member "components|$n|name") && [ -n "$name" ]; do
    state=$(member "components|$n|state")
    why=$(member "components|$n|reason")
    if [ "$state" = up ]; then
      good "ready: $name${why:+ ($why)}"
    else
      fault "ready: $name" "it is ${state:-in no state}${why:+: $why}" "$(cure_of "$name")"
    fi
    n=$((n + 1))
  done
  for name in $COMPONENTS; do
    [ -n "$(component "$name")" ] ||
      fault "ready: $name" '/readyz does not name it' 'see that the application is of the version that this script came with'
  done
}

# /readyz says which version the schema has, and names every table of that version that is missing.
check_tables() {
  local n why version table
  n=$(component schema)
  [ -n "$n" ] || return 0
  why=$(member "components|$n|reason")
  version=$(printf '%s\n' "$why" | awk 'match($0, /[Vv]ersion [0-9]+/) { print substr($0, RSTART + 8, RLENGTH - 8); exit }')
  for table in $TABLES; do
    if printf '%s' "$why" | grep -q -w -e "$table"; then
      fault "table $table" 'it is missing' "$(cure_of schema)"
    elif [ "${version:-0}" -lt "$SCHEMA_VERSION" ]; then
      fault "table $table" "the schema is at version ${version:-none}, and the table came with $SCHEMA_VERSION" "$(cure_of schema)"
    else
      good "table $table (schema version $version)"
    fi
  done
}

check_api() {
  call GET /openapi --header 'Accept: application/json'
  if [ "$status" != 200 ] || [ -z "$(member openapi)" ]; then
    fault 'OpenAPI' "$(reason)" 'see that nothing in front of the application keeps /openapi back'
    return
  fi
  local method path missing=
  while read -r method path; do
    [ -n "$method" ] || continue
    offered "$method" "$path" || missing="$missing, $method $path"
  done <<<"$API"
  if [ -n "$missing" ]; then
    fault 'OpenAPI' "it does not offer ${missing#, }" 'see that the application is of the version that this script came with'
  else
    good 'OpenAPI'
  fi
}

offered() {
  awk -F '\t' -v start="paths|$2|$1|" 'index($1, start) == 1 { found = 1; exit } END { exit !found }' "$work/flat"
}

sign_in() {
  call POST /api/v1/session --header 'Content-Type: application/json' --data-binary "@$work/credentials"
  if [ "$status" != 200 ]; then
    fault 'sign-in' "$(reason)" "check EVENTSEC_SMOKE_USER and its password; users are made in the console"
    return 1
  fi
  printf 'X-CSRF-Token: %s\n' "$(member csrfToken)" >"$work/csrf"
  good "sign-in as $user"
}

sign_out() {
  call DELETE /api/v1/session --header "@$work/csrf"
}

# An event of the intrusion detection system that has an address and a word of its own to be found by.
make_event() {
  local now=$1 number=$(($$ % 1000))
  word="smoke${now}x$number"
  # No group is empty or begins with a zero, so that everybody writes the address in the same way.
  address="2001:db8:1${now:0:3}:1${now:3:3}:1${now:6:3}:1${now:9}:1$number:1"
  printf '{"timestamp":"%s","event_type":"alert","src_ip":"%s","dest_ip":"2001:db8::1","proto":"TCP","alert":{"signature":"EVENTSEC smoke test %s","severity":1,"category":"Test","action":"allowed"}}\n' \
    "$(date -u '+%Y-%m-%dT%H:%M:%SZ')" "$address" "$word" >"$work/event"
}

send_event() {
  call POST /api/v1/ingest/smoke --header "@$work/token" --header 'Content-Type: application/x-ndjson' \
    --header "Idempotency-Key: $word" --data-binary "@$work/event"
  if [ "$status" != 202 ]; then
    fault 'ingest' "$(reason)" "check the sensor's token; sensors are made in the console"
    return 1
  fi
  good 'ingest: the event is on disk'
}

# Asks again until the first item is there: $1 path.
await_item() {
  local end=$((SECONDS + within))
  while :; do
    call GET "$1"
    if [ "$status" = 200 ] && [ -n "$(member 'items|0|id')" ]; then
      return 0
    fi
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.5
  done
}

check_alert() {
  local begin=$SECONDS id revision
  if ! await_item "/api/v1/alerts?rule=$RULE&q=$address"; then
    fault 'alert' "none for the event within $within s; $(reason)" "see the detect reader on the console's system page, and that the bundled rule $RULE is loaded"
    return
  fi
  good "alert after $((SECONDS - begin)) s"
  id=$(member 'items|0|id')
  revision=$(member 'items|0|revision')
  call PATCH "/api/v1/alerts/$id" --header "@$work/csrf" --header 'Content-Type: application/json' \
    --header "If-Match: \"$revision\"" --data-binary '{"status":"closed","comment":"Raised by the smoke test."}'
  if [ "$status" = 200 ]; then
    good 'alert closed'
  else
    fault 'alert closed' "$(reason)" 'let an analyst or administrator sign in, and close the alert by hand'
  fi
}

check_event() {
  local begin=$SECONDS
  if await_item "/api/v1/events?q=$word"; then
    good "event found after $((SECONDS - begin)) s"
  else
    fault 'event' "it is not to be found within $within s; $(reason)" "see the index reader on the console's system page"
  fi
}

check_flow() {
  if [ "$bad" -gt 0 ]; then
    skipped 'ingest to alert: not tried on a system that is not well'
    return
  fi
  sign_in || return 0
  make_event "$(date +%s)"
  if send_event; then
    check_alert
    check_event
  fi
  sign_out
}

if [ $# -ne 1 ] || [ -z "$1" ]; then
  usage
  exit 2
fi
base=${1%/}
within=${EVENTSEC_SMOKE_WITHIN:-60}
user=${EVENTSEC_SMOKE_USER:-}
need_tools
check_base
check_within
[ -n "$user" ] || give_up 'EVENTSEC_SMOKE_USER is not set' 'set it to the user who signs in'
password=$(secret EVENTSEC_SMOKE_PASSWORD_FILE EVENTSEC_SMOKE_PASSWORD)
token=$(secret EVENTSEC_TOKEN_FILE EVENTSEC_TOKEN)
prepare
check_live
check_ready
check_tables
check_api
check_flow
conclude
