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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  private Optional<FeedMirror> mirror = Optional.empty();
  private volatile boolean failed;

  @PostConstruct
  void connect() {
    mirror = settings.advisories().directory().map(AdvisoryMirrorJob::mirror);
  }

  private static FeedMirror mirror(Path directory) {
    return new FeedMirror(directory, MirrorLimits.DEFAULT, Clock.systemUTC());
  }

  @Override
  public String name() {
    return "advisory-mirror";
  }

  @Override
  public Duration every() {
    AdvisorySettings advisories = settings.advisories();
    if (advisories.mirrored().isEmpty()) {
      return IDLE;
    }
    boolean sooner = failed && RETRY.compareTo(advisories.mirrorEvery()) < 0;
    return sooner ? RETRY : advisories.mirrorEvery();
  }

  @Override
  public String run(Turn turn) {
    List<MirroredFeed> feeds = settings.advisories().mirrored();
    mirrors.retain(feeds.stream().map(MirroredFeed::fileName).toList());
    if (feeds.isEmpty() || mirror.isEmpty()) {
      return "no feed is mirrored; EVENTSEC_ADVISORIES_MIRROR names them";
    }
    int updated = 0;
    int failures = 0;
    for (MirroredFeed feed : feeds) {
      Outcome outcome = fetch(mirror.get(), feed, turn);
      updated += outcome == Outcome.UPDATED ? 1 : 0;
      failures += outcome == Outcome.FAILED ? 1 : 0;
    }
    failed = failures > 0;
    if (updated > 0) {
      jobs.hurry(FindingUpdates.JOB);
    }
    return feeds.size() + " feeds asked for: " + updated + " updated, " + failures + " failed";
  }

  private Outcome fetch(FeedMirror from, MirroredFeed feed, Turn turn) {
    turn.keep();
    try {
      return note(feed, from.fetch(feed, true, turn::keep));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return note(feed, new MirrorOutcome.Failed("The directory cannot be written: " + reason));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server ends", e);
    }
  }

  private Outcome note(MirroredFeed feed, MirrorOutcome came) {
    Outcome outcome = outcome(came);
    String reason = came instanceof MirrorOutcome.Failed why ? why.why() : "";
    String name = feed.fileName();
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
