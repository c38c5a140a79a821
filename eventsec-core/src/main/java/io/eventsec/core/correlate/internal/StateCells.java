package io.eventsec.core.correlate.internal;

import io.eventsec.core.correlate.StateChange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
      lane.pending().takeChanged().forEach(slice -> changes.add(slice(lane, slice)));
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

  private StateChange slice(Lane lane, long number) {
    List<Contribution> waiting = lane.pending().slice(number);
    String key = PENDING + lane.lateness() + '/' + number;
    if (waiting.isEmpty()) {
      return removed(key);
    }
    CellWriter out = new CellWriter().number(VERSION).number(waiting.size());
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
    byte[] digest = sha256().digest(name.toBytes());
    return GROUP + plan.fingerprint() + '/' + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
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
    states.sort(Comparator.comparingLong(state -> state.lastTime));
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
      moved |= run == null || !key.startsWith(PENDING + run.lane.lateness() + '/');
      if (run != null) {
        run.lane
            .pending()
            .restore(new Contribution(stamp, run.plan, group, positions, texts, numbers), moved);
      }
    }
    if (moved) {
      orphans.add(key);
    }
  }
}
