#!/bin/sh
# Makes the secrets that compose.yaml wants, each at random and each in a file of its own: compose-secrets.sh [DIRECTORY]
# The directory is for its owner only; the files in it can be read by all, because each is mounted into containers whose
# user is another one. What is there is never overwritten.
set -eu
directory=${1:-${EVENTSEC_SECRETS:-./secrets}}
names='postgres_password db_password sensor_token'

for name in $names; do
  if [ -e "$directory/$name" ]; then
    printf 'compose-secrets: %s is there already, and the running system may need it.\n' "$directory/$name" >&2
    printf 'What to do: keep it; or name another directory; or, if it is of no use any more, delete it first.\n' >&2
    exit 1
  fi
done

umask 077
mkdir -p "$directory"
chmod 700 "$directory"
for name in $names; do
  head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$directory/$name"
  chmod 444 "$directory/$name"
done
printf 'Made %s in %s\n' "$names" "$directory"
