package io.eventsec.embedded.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a server at a lower priority than its neighbours, as far as the machine lets us. The shell
 * replaces itself by the server, so the process id stays.
 */
final class GivingWay {
  /** As {@code nice} counts: each step costs about a tenth of a contended core's time. */
  private static final int STEPS = 5;

  /**
   * Linux shares a core between sessions before it shares it within one (autogroups, sched(7)):
   * there {@code nice} alone says nothing to a neighbour in another session, and the session's own
   * value has to be set. That is ours to set only if we lead the session. An unprivileged change is
   * refused while another was made within a tenth of a second.
   */
  private static final String SCRIPT =
      """
      {
        read -r _ _ _ _ _ session _ < /proc/$$/stat
        if [ "$session" = "$$" ] && [ -w /proc/$$/autogroup ]; then
          echo "$0" > /proc/$$/autogroup || { sleep 0.2; echo "$0" > /proc/$$/autogroup; }
        fi
      } 2>/dev/null
      command -v nice >/dev/null && exec nice -n "$0" "$@"
      exec "$@"
      """;

  private GivingWay() {}

  /** The command that runs {@code command} at a lower priority. */
  static List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(List.of("sh", "-c", SCRIPT, Integer.toString(STEPS)));
    whole.addAll(command);
    return whole;
  }
}
