package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.StateChange;
import io.eventsec.core.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a correlator as cells, of which those that changed are written: one for the clocks
 * of the sources, one for each slice of time in which events wait, one for each group.
 */
final class StateCells {
  private static final int VERSION = 1;
  private static final String CLOCKS = "clocks";
  private static final String PENDING = "pending/";
  private static final String GROUP = "group/";
  private static final int DIGEST_BYTES = 16;

  private final PlanRuns runs;
  private final SourceClocks clocks;

  /** Keys that no longer belong to anything: of rules that are no more. */
  private final List<String> orphans = new ArrayList<>();

  private byte[] writtenClocks = {};

  StateCells(PlanRuns runs, SourceClocks clocks) {
    this.runs = runs;
    this.clocks = clocks;
  }

  List<StateChange> takeChanges() {
    List<StateChange> changes = new ArrayList<>();
    byte[] now = clocks();
    if (!Arrays.equals(now, writtenClocks)) {
      writtenClocks = now;
      changes.add(new StateChange(CLOCKS, Optional.of(now)));
    }
    for (Lane lane : runs.lanes()) {
      addChanged(lane, "", lane.pending(), changes);
      lane.behind().forEach((source, behind) -> addChanged(lane, source, behind, changes));
    }
    for (PlanRun run : runs.all()) {
      run.groups.takeRemoved().forEach(key -> changes.add(removed(groupKey(run.plan, key))));
      run.groups.takeChanged().forEach(state -> changes.add(group(run.plan, state)));
    }
    orphans.forEach(key -> changes.add(removed(key)));
    orphans.clear();
    return changes;
  }

  private static StateChange removed(String key) {
    return new StateChange(key, Optional.empty());
  }

  private byte[] clocks() {
    CellWriter out = new CellWriter().number(VERSION);
    clocks.write(out);
    List<Lane> lanes = new ArrayList<>();
    runs.lanes().forEach(lanes::add);
    out.number(lanes.size());
    lanes.forEach(lane -> out.number(lane.lateness()).number(lane.pending().releasedUntil()));
    return out.toBytes();
  }

  private static void addChanged(
      Lane lane, String source, Pending pending, List<StateChange> changes) {
    String prefix = prefix(lane, source);
    pending
        .takeChanged()
        .forEach(slice -> changes.add(slice(prefix + slice, source, pending.slice(slice))));
  }

  /** What the keys of a lane's slices begin with; no source has the empty name. */
  private static String prefix(Lane lane, String source) {
    return PENDING
        + lane.lateness()
        + '/'
        + (source.isEmpty() ? "" : digest(source.getBytes(StandardCharsets.UTF_8)) + '/');
  }

  private static StateChange slice(String key, String source, List<Contribution> waiting) {
    if (waiting.isEmpty()) {
      return removed(key);
    }
    CellWriter out = new CellWriter().number(VERSION).text(source).number(waiting.size());
    waiting.forEach(contribution -> write(out, contribution));
    return new StateChange(key, Optional.of(out.toBytes()));
  }

  private static void write(CellWriter out, Contribution contribution) {
    out.text(contribution.plan().fingerprint()).stamp(contribution.stamp());
    write(out, contribution.group());
    out.number(contribution.positions());
    out.number(contribution.texts().length);
    for (String text : contribution.texts()) {
      out.text(text);
    }
    out.number(contribution.numbers().length);
    for (double number : contribution.numbers()) {
      out.fraction(number);
    }
  }

  private static void write(CellWriter out, GroupKey key) {
    out.number(key.size());
    key.values().forEach(out::text);
  }

  private static StateChange group(CorrelationPlan plan, GroupState state) {
    CellWriter out = new CellWriter().number(VERSION);
    write(out, state.key);
    state.write(out);
    return new StateChange(groupKey(plan, state.key), Optional.of(out.toBytes()));
  }

  private static String groupKey(CorrelationPlan plan, GroupKey key) {
    CellWriter name = new CellWriter();
    write(name, key);
    return GROUP + plan.fingerprint() + '/' + digest(name.toBytes());
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes), 0, DIGEST_BYTES);
  }

  void restore(Map<String, byte[]> cells) {
    Map<String, PlanRun> byFingerprint = new HashMap<>();
    runs.all().forEach(run -> byFingerprint.put(run.plan.fingerprint(), run));
    byte[] written = cells.get(CLOCKS);
    if (written != null) {
      writtenClocks = written;
      restoreClocks(reader(written));
    }
    List<GroupState> states = new ArrayList<>();
    cells.forEach(
        (key, value) -> {
          if (key.startsWith(GROUP)) {
            restoreGroup(key, value, byFingerprint).ifPresent(states::add);
          } else if (key.startsWith(PENDING)) {
            restorePending(key, value, byFingerprint);
          }
        });
    states.sort(Comparator.comparingLong(state -> state.touched));
    states.forEach(state -> runs.of(state.plan).groups.restore(state));
  }

  private static CellReader reader(byte[] value) {
    CellReader in = new CellReader(value);
    long version = in.number();
    if (version != VERSION) {
      throw in.damaged("it is of version " + version);
    }
    return in;
  }

  private void restoreClocks(CellReader in) {
    clocks.read(in);
    Map<Long, Long> released = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      released.put(in.number(), in.number());
    }
    // What waited under another lateness may not have been released: then it is taken up now.
    long least = released.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    for (Lane lane : runs.lanes()) {
      lane.pending().restore(released.getOrDefault(lane.lateness(), least));
    }
  }

  private Optional<GroupState> restoreGroup(
      String key, byte[] value, Map<String, PlanRun> byFingerprint) {
    PlanRun run = byFingerprint.get(key.split("/", -1)[1]);
    if (run == null) {
      orphans.add(key);
      return Optional.empty();
    }
    CellReader in = reader(value);
    GroupState state = run.plan.newState(key(in));
    state.read(in);
    return Optional.of(state);
  }

  private static GroupKey key(CellReader in) {
    String[] values = new String[in.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.text();
    }
    return values.length == 0 ? GroupKey.ALL : new GroupKey(values);
  }

  private void restorePending(String key, byte[] value, Map<String, PlanRun> byFingerprint) {
    CellReader in = reader(value);
    String source = in.text();
    boolean moved = false;
    for (int left = in.count(); left > 0; left--) {
      PlanRun run = byFingerprint.get(in.text());
      Stamp stamp = in.stamp();
      GroupKey group = key(in);
      long positions = in.number();
      String[] texts = new String[in.count()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = in.text();
      }
      double[] numbers = new double[in.count()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.fraction();
      }
      moved |= run == null || !key.startsWith(prefix(run.lane, source));
      if (run != null) {
        (source.isEmpty() ? run.lane.pending() : run.lane.behind(source))
            .restore(new Contribution(stamp, run.plan, group, positions, texts, numbers), moved);
      }
    }
    if (moved) {
      orphans.add(key);
    }
  }
}
