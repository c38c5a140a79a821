package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.correlate.EventRef;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.correlate.StateChange;
import io.eventsec.core.correlate.UntimelyEvent;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The work of a correlator: events wait, are put in order, and are given to the correlations. */
public final class Correlating {
  private static final int MOST_UNTIMELY = 1_000;

  private final Tenant tenant;
  private final CompiledPlans plans;
  private final CorrelatorOptions options;
  private final SourceClocks clocks = new SourceClocks();
  private final PlanRuns runs;
  private final Intake intake;
  private final Cascade cascade = new Cascade(this::judge);
  private final StateCells cells;
  private final ArrayDeque<UntimelyEvent> untimely = new ArrayDeque<>();
  private List<Firing> firings = new ArrayList<>();

  /** The source whose events are taken up from behind; empty if there is none. */
  private String behind = "";

  /** How far others have come meanwhile. */
  private long reached = Long.MIN_VALUE;

  /** Starts with nothing to remember. */
  public Correlating(
      Tenant tenant, CompiledPlans plans, CorrelatorOptions options, boolean tracked) {
    this.tenant = tenant;
    this.plans = plans;
    this.options = options;
    this.runs = new PlanRuns(plans.plans(), options, tracked);
    this.intake = new Intake(plans.references(), runs, clocks, options, this::note);
    this.cells = new StateCells(runs, clocks);
  }

  private void note(UntimelyEvent event) {
    if (untimely.size() == MOST_UNTIMELY) {
      untimely.removeFirst();
    }
    untimely.add(event);
  }

  /** See {@code Correlator.add}. */
  public void add(Event event, List<Match> matches, long locator, Set<String> closed) {
    intake.add(event, matches, locator, closed);
    while (!matches.isEmpty() && runs.pending() > options.mostPending()) {
      releaseFirst();
    }
  }

  private void releaseFirst() {
    for (Lane lane : runs.lanes()) {
      run(lane.pending().pollFirst());
      lane.behind().forEach((source, waiting) -> runBehind(lane, source, waiting.pollFirst()));
    }
  }

  private void run(@Nullable List<Contribution> released) {
    if (released != null) {
      cascade.run(released);
    }
  }

  /** Events of a source that was silent while others went on. */
  private void runBehind(Lane lane, String source, @Nullable List<Contribution> released) {
    behind = source;
    reached = lane.pending().releasedUntil();
    run(released);
    behind = "";
    reached = Long.MIN_VALUE;
  }

  /** See {@code Correlator.release}. */
  public List<Firing> release(@Nullable Instant readUpTo) {
    if (clocks.latest() != Long.MIN_VALUE) {
      long now = readUpTo == null ? Long.MIN_VALUE : Stamp.nanos(readUpTo);
      long silentSince = readUpTo == null ? now : now - options.idleAfter().toNanos();
      long come = readUpTo == null ? clocks.reached() : clocks.reached(now, silentSince);
      long slowest = clocks.slowest(readUpTo == null ? now : now - options.patience().toNanos());
      // Before anything is taken up, since that forgets what nobody can need.
      runs.all().forEach(run -> keepFor(run, slowest, come));
      for (Lane lane : runs.lanes()) {
        release(lane, come);
        releaseBehind(lane, silentSince);
        lane.behind().values().removeIf(Pending::isDone);
      }
      runs.all().forEach(Correlating::expire);
    }
    return takeFirings();
  }

  /** What is remembered is kept so much longer as the slowest source is behind the others. */
  private void keepFor(PlanRun run, long slowest, long come) {
    long lateness = run.lane.lateness();
    long until =
        Math.max(run.lane.pending().releasedUntil(), Math.min(come, clocks.latest()) - lateness);
    long lag = slowest == Long.MAX_VALUE ? 0 : Math.max(0, until - (slowest - lateness));
    run.groups.lag(Math.min(lag, options.patience().toNanos()));
  }

  private void release(Lane lane, long come) {
    Pending pending = lane.pending();
    long until =
        come == Long.MAX_VALUE ? pending.endOfSlice(clocks.latest()) : come - lane.lateness();
    List<Contribution> released = pending.poll(until);
    while (released != null) {
      cascade.run(released);
      released = pending.poll(until);
    }
  }

  private void releaseBehind(Lane lane, long silentSince) {
    lane.behind()
        .forEach(
            (source, waiting) -> {
              long until =
                  clocks.isSilent(source, silentSince)
                      ? waiting.endOfSlice(clocks.latest())
                      : clocks.reached(source) - lane.lateness();
              List<Contribution> released = waiting.poll(until);
              while (released != null) {
                runBehind(lane, source, released);
                released = waiting.poll(until);
              }
            });
  }

  private static void expire(PlanRun run) {
    long until = run.lane.pending().releasedUntil();
    if (until != Long.MIN_VALUE) {
      run.groups.expire(until);
    }
  }

  /** See {@code Correlator.end}. */
  public List<Firing> end() {
    List<Firing> all = new ArrayList<>();
    end(all::add);
    return all;
  }

  /** See {@code Correlator.end}. */
  public void end(Consumer<Firing> sink) {
    takeFirings().forEach(sink);
    for (Lane lane : runs.lanes()) {
      while (lane.pending().size() > 0) {
        run(lane.pending().pollFirst());
        takeFirings().forEach(sink);
      }
      lane.behind().forEach((source, waiting) -> end(lane, source, waiting, sink));
    }
  }

  private void end(Lane lane, String source, Pending waiting, Consumer<Firing> sink) {
    while (waiting.size() > 0) {
      runBehind(lane, source, waiting.pollFirst());
      takeFirings().forEach(sink);
    }
  }

  private List<Firing> takeFirings() {
    List<Firing> taken = firings;
    firings = new ArrayList<>();
    return taken;
  }

  private boolean judge(Contribution contribution) {
    PlanRun run = runs.of(contribution.plan());
    if (!behind.isEmpty() && run.groups.isPast(contribution)) {
      run.late++;
      note(new UntimelyEvent(run.plan.rule(), ref(contribution.stamp()), behind, Reason.LATE));
      return false;
    }
    run.events++;
    GroupState state = run.groups.add(contribution, reached);
    if (state != null) {
      run.firings++;
      fire(state, contribution.stamp());
    }
    run.trimmed += run.groups.takeTrimmed();
    run.groups.evict();
    return state != null;
  }

  private void fire(GroupState state, Stamp stamp) {
    CorrelationPlan plan = state.plan;
    Episode episode = state.episode;
    if (episode == null || plans.silent().contains(plan.rule().ref().id())) {
      return;
    }
    firings.add(
        new Firing(
            plan.rule(),
            tenant,
            state.key.values(),
            ref(stamp),
            state.measured,
            state.samples(stamp.time() - plan.timespan()).stream().map(Correlating::ref).toList(),
            ref(episode.first()),
            episode.count()));
  }

  private static EventRef ref(Stamp stamp) {
    return new EventRef(stamp.id(), Stamp.instant(stamp.time()), stamp.place(), stamp.locator());
  }

  /** See {@code Correlator.takeUntimely}. */
  public List<UntimelyEvent> takeUntimely() {
    List<UntimelyEvent> taken = List.copyOf(untimely);
    untimely.clear();
    return taken;
  }

  /** See {@code Correlator.statistics}. */
  public List<CorrelationStatistics> statistics() {
    return runs.all().stream().map(Correlating::statistics).toList();
  }

  private static CorrelationStatistics statistics(PlanRun run) {
    return new CorrelationStatistics(
        run.plan.rule(),
        run.events,
        run.firings,
        run.late,
        run.ahead,
        run.withoutGroup,
        run.withoutValue,
        run.trimmed,
        run.groups.evicted(),
        run.groups.size(),
        run.groups.bytes());
  }

  /** How many events wait. */
  public int pending() {
    return runs.pending();
  }

  /** See {@code Correlator.takeChanges}. */
  public List<StateChange> takeChanges() {
    if (!firings.isEmpty()) {
      throw new IllegalStateException(
          firings.size() + " firings have not been taken; release before the state is taken");
    }
    return cells.takeChanges();
  }

  /** See {@code Correlator.Builder.restore}. */
  public void restore(Map<String, byte[]> state) {
    cells.restore(state);
  }
}
