package io.eventsec.app.timer;

import io.eventsec.app.advisory.FindingUpdates;
import io.eventsec.app.config.AdvisorySettings;
import io.eventsec.app.config.Settings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.app.metrics.FindingMetrics;
import io.eventsec.core.vuln.mirror.FeedMirror;
import io.eventsec.core.vuln.mirror.MirrorLimits;
import io.eventsec.core.vuln.mirror.MirrorOutcome;
import io.eventsec.core.vuln.mirror.MirroredFeed;
import io.eventsec.nvd.NvdMirror;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.vulnerability.AdvisoryMirrors;
import io.eventsec.persistence.vulnerability.MirrorStanding.Outcome;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches what is new of the feeds that are mirrored. One that fails holds up no other, leaves its
 * copy as it is, and is asked for again sooner. Whether a feed that has lost much counts is decided
 * where feeds are read, not here: there an administrator can accept it.
 */
@ApplicationScoped
public class AdvisoryMirrorJob implements TimedJob {
  private static final Logger LOG = System.getLogger(AdvisoryMirrorJob.class.getName());
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofMinutes(15);

  @Inject Settings settings;
  @Inject AdvisoryMirrors mirrors;
  @Inject FindingMetrics metrics;
  @Inject Jobs jobs;

  /** By the names of the sources that they fill, in the order in which they are fetched. */
  private final Map<String, Fetching> fetchings = new LinkedHashMap<>();

  private volatile boolean failed;

  /** Brings one copy up to date. */
  @FunctionalInterface
  private interface Fetching {
    MirrorOutcome fetch(Runnable between) throws IOException, InterruptedException;
  }

  @PostConstruct
  void connect() {
    AdvisorySettings advisories = settings.advisories();
    advisories.directory().ifPresent(directory -> connect(advisories, directory));
  }

  private void connect(AdvisorySettings advisories, Path directory) {
    FeedMirror files = new FeedMirror(directory, MirrorLimits.DEFAULT, Clock.systemUTC());
    for (MirroredFeed feed : advisories.mirrored()) {
      fetchings.put(feed.fileName(), between -> files.fetch(feed, true, between));
    }
    advisories
        .nvd()
        .map(access -> new NvdMirror(directory, access, Clock.systemUTC()))
        .ifPresent(nvd -> fetchings.put(NvdMirror.FEED, nvd::fetch));
  }

  @Override
  public String name() {
    return "advisory-mirror";
  }

  @Override
  public Duration every() {
    AdvisorySettings advisories = settings.advisories();
    if (fetchings.isEmpty()) {
      return IDLE;
    }
    boolean sooner = failed && RETRY.compareTo(advisories.mirrorEvery()) < 0;
    return sooner ? RETRY : advisories.mirrorEvery();
  }

  @Override
  public String run(Turn turn) {
    mirrors.retain(fetchings.keySet());
    if (fetchings.isEmpty()) {
      return "no feed is mirrored; EVENTSEC_ADVISORIES_MIRROR names them";
    }
    int updated = 0;
    int failures = 0;
    for (Map.Entry<String, Fetching> feed : fetchings.entrySet()) {
      Outcome outcome = fetch(feed.getKey(), feed.getValue(), turn);
      updated += outcome == Outcome.UPDATED ? 1 : 0;
      failures += outcome == Outcome.FAILED ? 1 : 0;
    }
    failed = failures > 0;
    if (updated > 0) {
      jobs.hurry(FindingUpdates.JOB);
    }
    return fetchings.size() + " feeds asked for: " + updated + " updated, " + failures + " failed";
  }

  private Outcome fetch(String name, Fetching fetching, Turn turn) {
    turn.keep();
    try {
      return note(name, fetching.fetch(turn::keep));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return note(name, new MirrorOutcome.Failed("The directory cannot be written: " + reason));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server ends", e);
    }
  }

  private Outcome note(String name, MirrorOutcome came) {
    Outcome outcome = outcome(came);
    String reason = came instanceof MirrorOutcome.Failed why ? why.why() : "";
    boolean before =
        mirrors.all().stream().anyMatch(one -> one.name().equals(name) && one.failures() > 0);
    int inARow = mirrors.note(name, outcome, reason);
    metrics.fetched(name, outcome.name().toLowerCase(Locale.ROOT));
    if (inARow == 1) {
      WorkerMessages.ADVISORIES_NOT_MIRRORED.log(LOG, name, Printable.of(reason));
    } else if (before && inARow == 0) {
      WorkerMessages.ADVISORIES_MIRRORED_AGAIN.log(LOG, name);
    }
    return outcome;
  }

  private static Outcome outcome(MirrorOutcome came) {
    if (came instanceof MirrorOutcome.Updated) {
      return Outcome.UPDATED;
    }
    return came instanceof MirrorOutcome.Unchanged ? Outcome.UNCHANGED : Outcome.FAILED;
  }
}
