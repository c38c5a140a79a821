# Runs one server and stops it when standard input ends, however the process at its other end ended.
# Arguments: the signal that asks the server to stop, the one that ends it when it has not stopped after thirty seconds, and
# the server's command. Exit status: the server's.
ask=$1
end=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
# From here on only the end of input stops us: a signal to the whole group must not leave the server alone.
trap '' INT TERM HUP QUIT
(
  while read -r _ <&3; do :; done
  kill -"$ask" "$server"
  waited=0
  while [ "$waited" -lt 30 ] && kill -0 "$server"; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -"$end" "$server"
) 2>/dev/null &
watch=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$watch" 2>/dev/null
exit "$status"
