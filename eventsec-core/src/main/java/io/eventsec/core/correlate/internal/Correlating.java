package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.CorrelationStatistics;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.correlate.EventRef;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.correlate.StateChange;
import io.eventsec.core.correlate.UntimelyEvent;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  public void add(Event event, List<Match> matches, long locator) {
    intake.add(event, matches, locator);
    while (!matches.isEmpty() && runs.pending() > options.mostPending()) {
      releaseFirst();
    }
  }

  private void releaseFirst() {
    for (Lane lane : runs.lanes()) {
      run(lane.pending().pollFirst());
    }
  }

  private void run(@Nullable List<Contribution> released) {
    if (released != null) {
      cascade.run(released);
    }
  }

  /** See {@code Correlator.release}. */
  public List<Firing> release(@Nullable Instant readUpTo) {
    long reached =
        readUpTo == null
            ? clocks.reached()
            : clocks.reached(
                Stamp.nanos(readUpTo), Stamp.nanos(readUpTo) - options.idleAfter().toNanos());
    for (Lane lane : runs.lanes()) {
      release(lane, reached);
    }
    runs.all().forEach(run -> expire(run));
    return takeFirings();
  }

  private void release(Lane lane, long reached) {
    if (reached == Long.MIN_VALUE || clocks.latest() == Long.MIN_VALUE) {
      return;
    }
    Pending pending = lane.pending();
    long until =
        reached == Long.MAX_VALUE ? pending.endOfSlice(clocks.latest()) : reached - lane.lateness();
    List<Contribution> released = pending.poll(until);
    while (released != null) {
      cascade.run(released);
      released = pending.poll(until);
    }
  }

  private void expire(PlanRun run) {
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
    }
  }

  private List<Firing> takeFirings() {
    List<Firing> taken = firings;
    firings = new ArrayList<>();
    return taken;
  }

  private boolean judge(Contribution contribution) {
    PlanRun run = runs.of(contribution.plan());
    run.events++;
    GroupState state = run.groups.add(contribution);
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
    return new EventRef(stamp.id(), Stamp.instant(stamp.time()), stamp.locator());
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
