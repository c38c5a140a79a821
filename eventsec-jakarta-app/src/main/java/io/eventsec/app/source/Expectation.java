package io.eventsec.app.source;

import io.eventsec.app.config.ExpectedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A source that is expected to send, and when it last did.
 *
 * @param source what was configured
 * @param last when its newest batch came; empty if none ever did
 */
public record Expectation(ExpectedSource source, Optional<Instant> last) {

  /** True if it has sent nothing for longer than it may. */
  public boolean silent(Instant now) {
    return silence(now).map(silence -> silence.compareTo(source.silence()) > 0).orElse(true);
  }

  /** For how long it has sent nothing, never negative; empty if it never has sent. */
  public Optional<Duration> silence(Instant now) {
    return last.map(at -> at.isBefore(now) ? Duration.between(at, now) : Duration.ZERO);
  }
}
