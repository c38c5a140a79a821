package io.eventsec.app.advisory;

import io.eventsec.app.config.Settings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.core.vuln.feed.AdvisoryDirectory;
import io.eventsec.core.vuln.feed.AdvisoryShelf;
import io.eventsec.core.vuln.feed.FeedKeep;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.vulnerability.AdvisoryMirrors;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import io.eventsec.persistence.vulnerability.EvaluationRehearsal;
import io.eventsec.persistence.vulnerability.MirrorStanding;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The feeds that are in force, in the memory of this node once it has had them to read. */
@ApplicationScoped
public class AdvisoryLibraries {
  private static final Logger LOG = System.getLogger(AdvisoryLibraries.class.getName());

  @Inject Settings settings;
  @Inject AdvisorySources sources;
  @Inject AdvisoryMirrors mirrors;

  @SuppressWarnings("NullAway.Init")
  private AdvisoryShelf shelf;

  private final AtomicReference<Optional<MatchingLibrary>> current =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<String> problem = Optional.empty();
  private Optional<String> keepProblem = Optional.empty();

  @PostConstruct
  void shelve() {
    shelf = new AdvisoryShelf(Clock.systemUTC(), settings.advisories().kept().map(FeedKeep::new));
  }

  /** True if the configuration names a directory. */
  public boolean connected() {
    return settings.advisories().directory().isPresent();
  }

  /**
   * How the sources stand, as the database knows it; none while none is connected.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<FeedStanding> standings() {
    return connected() ? sources.all() : List.of();
  }

  /**
   * What came of fetching those that are mirrored, as the database knows it; none while none is
   * connected.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<MirrorStanding> mirrors() {
    return connected() ? mirrors.all() : List.of();
  }

  /** How old the feeds may be, and of when the servers of these say that they are. */
  public FeedAges ages(List<MirrorStanding> mirrored) {
    return FeedAges.of(mirrored, settings.advisories().oldest(), Instant.now());
  }

  /** Why the directory cannot be read on this node; empty if it can, or nobody has looked yet. */
  public Optional<String> problem() {
    return problem;
  }

  /** What is on this node, in force or not any more; empty until the job has run here. */
  public Optional<MatchingLibrary> here() {
    return current.get();
  }

  /**
   * What is on this node, if it is still what is in force.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<MatchingLibrary> inForce() {
    Optional<MatchingLibrary> here = current.get();
    return here.isEmpty()
        ? here
        : here.filter(one -> one.digest().equals(MatchingLibrary.digest(sources.all())));
  }

  /**
   * Reads what has changed in the directory.
   *
   * @param keep is run time and again meanwhile
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public synchronized MatchingLibrary refresh(Path directory, Runnable keep) {
    List<FeedStanding> known = sources.all();
    List<FeedStanding> now = shelf.refresh(new AdvisoryDirectory(directory), known, keep);
    problem = shelf.problem();
    tellOfKeeping(shelf.keepProblem());
    Map<String, FeedStanding> before =
        known.stream().collect(Collectors.toMap(FeedStanding::name, Function.identity()));
    List<FeedStanding> changed = new ArrayList<>();
    for (FeedStanding standing : now) {
      Optional<FeedStanding> was = Optional.ofNullable(before.get(standing.name()));
      if (!was.equals(Optional.of(standing))) {
        changed.add(standing);
        tell(standing, was);
      }
    }
    sources.put(changed);
    return library(now);
  }

  /** Once, and again when it is another. */
  private void tellOfKeeping(Optional<String> now) {
    if (!now.equals(keepProblem)) {
      now.ifPresent(reason -> WorkerMessages.ADVISORIES_NOT_KEPT.log(LOG, Printable.of(reason)));
      keepProblem = now;
    }
  }

  private MatchingLibrary library(List<FeedStanding> standings) {
    String digest = MatchingLibrary.digest(standings);
    boolean complete = shelf.isComplete(standings);
    Optional<MatchingLibrary> same =
        current.get().filter(one -> one.digest().equals(digest) && one.complete() == complete);
    MatchingLibrary library = same.orElseGet(() -> shelf.library(standings));
    if (current.get().isEmpty()) {
      EvaluationRehearsal.run();
    }
    current.set(Optional.of(library));
    return library;
  }

  private static void tell(FeedStanding now, Optional<FeedStanding> was) {
    FeedState before = was.map(FeedStanding::state).orElse(FeedState.IN_FORCE);
    switch (now.state()) {
      case HELD_BACK ->
          WorkerMessages.ADVISORIES_HELD_BACK.log(LOG, now.name(), Printable.of(now.reason()));
      case UNREADABLE ->
          WorkerMessages.ADVISORIES_UNREADABLE.log(LOG, now.name(), Printable.of(now.reason()));
      case IN_FORCE -> {
        if (before != FeedState.IN_FORCE) {
          WorkerMessages.ADVISORIES_IN_FORCE_AGAIN.log(LOG, now.name());
        }
      }
    }
  }
}
