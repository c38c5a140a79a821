package io.eventsec.core.vuln.version;

import java.util.Comparator;
import java.util.List;

/** Lists of parts, compared part by part. */
final class Sequences {
  private Sequences() {}

  /** Of two that agree as far as they go, the longer is newer. */
  static <T> int compare(List<T> a, List<T> b, Comparator<T> parts) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int byPart = parts.compare(a.get(i), b.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** What one has more than the other is compared with something that stands for nothing. */
  static <T> int comparePadded(List<T> a, List<T> b, T nothing, Comparator<T> parts) {
    int count = Math.max(a.size(), b.size());
    for (int i = 0; i < count; i++) {
      int byPart =
          parts.compare(i < a.size() ? a.get(i) : nothing, i < b.size() ? b.get(i) : nothing);
      if (byPart != 0) {
        return byPart;
      }
    }
    return 0;
  }
}
