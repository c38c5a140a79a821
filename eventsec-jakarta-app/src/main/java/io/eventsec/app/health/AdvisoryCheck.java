package io.eventsec.app.health;

import io.eventsec.app.advisory.AdvisoryLibraries;
import io.eventsec.app.config.Settings;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
  @Inject Settings settings;

  Component.Finding check() {
    if (!libraries.connected()) {
      return Component.Finding.up(
          "No source of advisories is connected; EVENTSEC_ADVISORIES_DIR names them.");
    }
    return finding(
        libraries.standings(),
        libraries.problem(),
        new Age(confirmed(libraries.mirrors()), settings.advisories().oldest(), Instant.now()));
  }

  /** A feed that seldom changes is of the day on which its server said that nothing is new. */
  private static Map<String, Instant> confirmed(List<MirrorStanding> mirrors) {
    Map<String, Instant> confirmed = new HashMap<>();
    mirrors.forEach(one -> one.answeredAt().ifPresent(at -> confirmed.put(one.name(), at)));
    return confirmed;
  }

  /**
   * How old a feed may be.
   *
   * @param confirmed when its server last said that it is of these days, by the feed's name
   */
  record Age(Map<String, Instant> confirmed, Duration oldest, Instant now) {
    boolean isTooOld(String name, Instant newest) {
      Instant answered = confirmed.getOrDefault(name, newest);
      Instant latest = answered.isAfter(newest) ? answered : newest;
      return Duration.between(latest, now).compareTo(oldest) > 0;
    }
  }

  /** What is not well is told, and no reason to send a node no calls. */
  static Component.Finding finding(
      List<FeedStanding> standings, Optional<String> problem, Age age) {
    List<String> problems = new ArrayList<>();
    problem.ifPresent(problems::add);
    standings.forEach(one -> said(one, age).ifPresent(problems::add));
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
  private static Optional<String> said(FeedStanding standing, Age age) {
    if (standing.state() != FeedState.IN_FORCE) {
      return Optional.of(
          standing.name()
              + " is "
              + standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return standing
        .inForce()
        .map(FeedStanding.Version::newest)
        .filter(newest -> age.isTooOld(standing.name(), newest))
        .map(newest -> standing.name() + " is of " + newest + ", " + age.oldest() + " allowed");
  }
}
