package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.List;

/** The last few events of a group: what an alert shows of them. */
final class Samples extends LongRing {
  static final int MOST = 10;

  private static final int WORDS = 6;

  Samples() {
    super(WORDS, MOST * WORDS);
  }

  void add(Stamp stamp) {
    if (isFull()) {
      for (int i = 0; i < WORDS; i++) {
        removeFirst();
      }
    }
    add(stamp.time());
    add(stamp.lineage());
    add(stamp.ordinal());
    add(stamp.idHigh());
    add(stamp.idLow());
    add(stamp.locator());
  }

  /** Those that happened then or later, in order. */
  List<Stamp> since(long time) {
    List<Stamp> stamps = new ArrayList<>(MOST);
    for (int i = 0; i < size(); i += WORDS) {
      if (get(i) >= time) {
        stamps.add(stamp(i));
      }
    }
    return stamps;
  }

  void write(CellWriter out) {
    out.number(size() / WORDS);
    for (int i = 0; i < size(); i += WORDS) {
      out.stamp(stamp(i));
    }
  }

  void read(CellReader in) {
    for (int left = in.count(); left > 0; left--) {
      add(in.stamp());
    }
  }

  private Stamp stamp(int from) {
    return new Stamp(
        get(from), get(from + 1), get(from + 2), get(from + 3), get(from + 4), get(from + 5));
  }
}
