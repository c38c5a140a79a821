# Runs one server and stops it when standard input ends, however the process at its other end ended.
# Arguments: the server's command. Exit status: the server's.
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
# From here on only the end of input stops us: a signal to the whole group must not leave the server alone.
trap '' INT TERM HUP QUIT
(
  while read -r _ <&3; do :; done
  kill -INT "$server"
  waited=0
  while [ "$waited" -lt 30 ] && kill -0 "$server"; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -QUIT "$server"
) 2>/dev/null &
watch=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$watch" 2>/dev/null
exit "$status"
