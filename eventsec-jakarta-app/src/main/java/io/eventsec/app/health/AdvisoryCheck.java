package io.eventsec.app.health;

import io.eventsec.app.advisory.AdvisoryLibraries;
import io.eventsec.app.advisory.FeedAges;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether what is known of vulnerabilities is whole and of these days. */
@ApplicationScoped
public class AdvisoryCheck {
  /** More names help nobody: {@code GET /api/v1/advisory-sources} has all. */
  private static final int MOST_NAMED = 5;

  @Inject AdvisoryLibraries libraries;

  Component.Finding check() {
    if (!libraries.connected()) {
      return Component.Finding.up(
          "No source of advisories is connected; EVENTSEC_ADVISORIES_DIR names them.");
    }
    return finding(libraries.standings(), libraries.problem(), libraries.ages(libraries.mirrors()));
  }

  /** What is not well is told, and no reason to send a node no calls. */
  static Component.Finding finding(
      List<FeedStanding> standings, Optional<String> problem, FeedAges ages) {
    List<String> problems = new ArrayList<>();
    problem.ifPresent(problems::add);
    standings.forEach(one -> said(one, ages).ifPresent(problems::add));
    String reason = problems.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
    return new Component.Finding(
        problems.isEmpty() ? ComponentState.State.UP : ComponentState.State.DEGRADED,
        problems.size() <= MOST_NAMED
            ? reason
            : reason + "; and " + (problems.size() - MOST_NAMED) + " more",
        Map.of(
            "sources",
            Integer.toString(standings.size()),
            "notWell",
            Integer.toString(problems.size())));
  }

  /** Readiness is for anybody: what a file holds is not told, only which and since when. */
  private static Optional<String> said(FeedStanding standing, FeedAges ages) {
    if (standing.state() != FeedState.IN_FORCE) {
      return Optional.of(
          standing.name()
              + " is "
              + standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return standing
        .inForce()
        .filter(version -> ages.isTooOld(standing))
        .map(
            version ->
                standing.name() + " is of " + version.newest() + ", " + ages.oldest() + " allowed");
  }
}
