package io.eventsec.app.health;

import io.eventsec.app.source.Expectation;
import io.eventsec.app.source.ExpectedSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the sources that are expected to send do. */
@ApplicationScoped
public class SourceCheck {
  /** More names help nobody: {@code GET /api/v1/sources} has all. */
  private static final int MOST_NAMED = 5;

  @Inject ExpectedSources expected;

  Component.Finding check() {
    return finding(expected.look(), Instant.now());
  }

  /** Silence is told, and no reason to send a node no calls. */
  static Component.Finding finding(List<Expectation> expectations, Instant now) {
    if (expectations.isEmpty()) {
      return Component.Finding.up("No source is expected; EVENTSEC_SOURCE_EXPECTED names them.");
    }
    List<Expectation> silent = expectations.stream().filter(one -> one.silent(now)).toList();
    return new Component.Finding(
        silent.isEmpty() ? ComponentState.State.UP : ComponentState.State.DEGRADED,
        reason(silent),
        Map.of(
            "expected",
            Integer.toString(expectations.size()),
            "silent",
            Integer.toString(silent.size())));
  }

  private static String reason(List<Expectation> silent) {
    String named =
        silent.stream().limit(MOST_NAMED).map(SourceCheck::said).collect(Collectors.joining("; "));
    return silent.size() <= MOST_NAMED
        ? named
        : named + "; and " + (silent.size() - MOST_NAMED) + " more";
  }

  private static String said(Expectation one) {
    return one.source().label()
        + one.last()
            .map(at -> " has sent nothing since " + at + ", " + one.source().silence() + " allowed")
            .orElse(" has never sent anything");
  }
}
