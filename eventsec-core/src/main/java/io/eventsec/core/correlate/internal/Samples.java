package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.List;

/** The last few events of a group: what an alert shows of them. */
final class Samples {
  static final int MOST = 10;

  private static final int WORDS = 6;

  private final LongRing words = new LongRing(MOST * WORDS);

  void add(Stamp stamp) {
    if (words.isFull()) {
      for (int i = 0; i < WORDS; i++) {
        words.removeFirst();
      }
    }
    words.add(stamp.time());
    words.add(stamp.lineage());
    words.add(stamp.ordinal());
    words.add(stamp.idHigh());
    words.add(stamp.idLow());
    words.add(stamp.locator());
  }

  /** Those that happened then or later, in order. */
  List<Stamp> since(long time) {
    List<Stamp> stamps = new ArrayList<>(MOST);
    for (int i = 0; i < words.size(); i += WORDS) {
      if (words.get(i) >= time) {
        stamps.add(stamp(i));
      }
    }
    return stamps;
  }

  int bytes() {
    return words.bytes();
  }

  void write(CellWriter out) {
    out.number(words.size() / WORDS);
    for (int i = 0; i < words.size(); i += WORDS) {
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
        words.get(from),
        words.get(from + 1),
        words.get(from + 2),
        words.get(from + 3),
        words.get(from + 4),
        words.get(from + 5));
  }
}
