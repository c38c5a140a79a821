package io.eventsec.core.memory;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCell;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.DetectionStore;
import io.eventsec.core.spi.ExceptionHits;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.NoiseCommit;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.RiskCommit;
import io.eventsec.core.spi.UntimelyNote;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What detection found, in memory, with the dead letters and the outbox that belong to it. */
public final class InMemoryDetectionStore implements DetectionStore {
  private static final String ALERT_INDEX = "alert.index";

  private final Map<String, JournalPosition> positions = new HashMap<>();
  private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
  private final Map<AlertId, AlertRepeat> repeats = new HashMap<>();
  private final Map<AlertId, AlertMerge> merges = new HashMap<>();
  private final Map<UUID, ExceptionHits> hits = new HashMap<>();
  private final Map<Tenant, Map<String, byte[]>> state = new HashMap<>();
  private final List<CorrelationCount> counts = new ArrayList<>();
  private final List<UntimelyNote> untimely = new ArrayList<>();
  private final InMemoryRisk risk = new InMemoryRisk();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
  private final InMemoryOutbox outbox;
  private final InMemoryCoverage coverage = new InMemoryCoverage();
  private final InMemoryReevaluations reevaluations = new InMemoryReevaluations(this);

  /** An empty store that goes by the system's clock. */
  public InMemoryDetectionStore() {
    this(Clock.systemUTC());
  }

  /**
   * An empty store.
   *
   * @param clock says when alerts are raised and outbox entries are due
   */
  public InMemoryDetectionStore(Clock clock) {
    this.outbox = new InMemoryOutbox(clock);
  }

  @Override
  public synchronized List<Alert> commit(DetectionCommit commit) {
    move(commit.step());
    List<Alert> raised =
        raise(commit.alerts(), commit.correlations().repeats(), commit.noise(), commit.risk());
    commit.correlations().state().forEach(this::keep);
    counts.addAll(commit.correlations().counts());
    untimely.addAll(commit.correlations().untimely());
    deadLetters.keep(commit.deadLetters());
    coverage.note(commit);
    return raised;
  }

  /** Raises those that are not there yet, and returns them. */
  synchronized List<Alert> raise(
      List<Alert> found, List<AlertRepeat> goneOn, NoiseCommit noise, RiskCommit points) {
    List<Alert> raised = new ArrayList<>();
    for (Alert alert : found) {
      if (alerts.putIfAbsent(alert.id(), alert) == null) {
        outbox.add(ALERT_INDEX, alert);
        raised.add(alert);
      }
    }
    noise.merges().forEach(merge -> merge(merge, raised));
    noise.hits().forEach(more -> hits.merge(more.exception(), more, ExceptionHits::and));
    risk.add(points, raised);
    goneOn.forEach(this::repeat);
    return raised;
  }

  private void merge(AlertMerge merge, List<Alert> raised) {
    AlertId id = merge.alert().id();
    AlertMerge known = merges.get(id);
    if (known == null) {
      outbox.add(ALERT_INDEX, merge.alert());
      raised.add(merge.alert());
    }
    AlertMerge merged = known == null ? merge : known.and(merge);
    merges.put(id, merged);
    alerts.put(id, merged.alert());
  }

  private void repeat(AlertRepeat repeat) {
    if (alerts.containsKey(repeat.id())) {
      repeats.merge(repeat.id(), repeat, (old, more) -> more.count() > old.count() ? more : old);
    }
  }

  private void keep(CorrelationCell cell) {
    Map<String, byte[]> cells = state.computeIfAbsent(cell.tenant(), tenant -> new HashMap<>());
    cell.change()
        .value()
        .ifPresentOrElse(
            value -> cells.put(cell.change().key(), value),
            () -> cells.remove(cell.change().key()));
  }

  @Override
  public synchronized Map<Tenant, Map<String, byte[]>> correlationState() {
    Map<Tenant, Map<String, byte[]>> copy = new HashMap<>();
    state.forEach((tenant, cells) -> copy.put(tenant, Map.copyOf(cells)));
    return copy;
  }

  /** What correlations have done, step by step. */
  public synchronized List<CorrelationCount> counts() {
    return List.copyOf(counts);
  }

  /** The events that correlations could not take up. */
  public synchronized List<UntimelyNote> untimely() {
    return List.copyOf(untimely);
  }

  /** What an alert has taken up; empty if it takes nothing up. */
  public synchronized Optional<AlertMerge> merge(AlertId id) {
    return Optional.ofNullable(merges.get(id));
  }

  /** How often what an alert is about has happened, as far as anybody has said; at least 1. */
  public synchronized long firings(AlertId id) {
    return Math.max(
        repeat(id).map(AlertRepeat::count).orElse(1L), merge(id).map(AlertMerge::count).orElse(1L));
  }

  /** What an exception has kept back; empty if nothing. */
  public synchronized Optional<ExceptionHits> hits(UUID exception) {
    return Optional.ofNullable(hits.get(exception));
  }

  /** How an alert has gone on; empty if it has not. */
  public synchronized Optional<AlertRepeat> repeat(AlertId id) {
    return Optional.ofNullable(repeats.get(id));
  }

  @Override
  public synchronized JournalPosition position(String reader) {
    return positions.getOrDefault(reader, JournalPosition.START);
  }

  @Override
  public synchronized void advance(ReaderStep step, List<DeadLetter> letters) {
    move(step);
    deadLetters.keep(letters);
  }

  /** The tenant's alerts in the order they were raised. */
  public synchronized List<Alert> alerts(Tenant tenant) {
    return alerts.values().stream().filter(alert -> alert.tenant().equals(tenant)).toList();
  }

  /** What hosts, users and addresses have collected. */
  public InMemoryRisk risk() {
    return risk;
  }

  /** What could not be read or indexed. */
  public InMemoryDeadLetters deadLetters() {
    return deadLetters;
  }

  /** What was evaluated by which rules. */
  public InMemoryCoverage coverage() {
    return coverage;
  }

  /** Rules that are run again; the alerts that they raise are this store's. */
  public InMemoryReevaluations reevaluations() {
    return reevaluations;
  }

  /** What must still be delivered. */
  public InMemoryOutbox outbox() {
    return outbox;
  }

  private void move(ReaderStep step) {
    JournalPosition stands = position(step.reader());
    if (!stands.equals(step.from())) {
      throw new PositionConflictException(
          "Reader '"
              + step.reader()
              + "' stands at "
              + stands.value()
              + ", not at "
              + step.from().value()
              + ": somebody else has moved it; read its position again");
    }
    positions.put(step.reader(), step.to());
  }
}
