package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code 1.2.3-pre+build} of Conan 2: items are numbers or texts, zeros at the end don't count. */
final class ConanVersion extends Version {
  private final List<String> items;
  private final @Nullable List<String> pre;
  private final @Nullable List<String> build;

  private ConanVersion(VersionScheme scheme, String text) {
    super(scheme, text);
    String lower = text.toLowerCase(Locale.ROOT);
    int plus = lower.indexOf('+');
    String version = plus < 0 ? lower : lower.substring(0, plus);
    int dash = version.indexOf('-');
    this.items = items(dash < 0 ? version : version.substring(0, dash));
    this.pre = dash < 0 ? null : items(version.substring(dash + 1));
    this.build = plus < 0 ? null : items(lower.substring(plus + 1));
  }

  static Version parse(VersionScheme scheme, String text) {
    return new ConanVersion(scheme, text);
  }

  private static List<String> items(String dotted) {
    List<String> items = new ArrayList<>(List.of(dotted.split("[.]", -1)));
    while (items.size() > 1 && items.get(items.size() - 1).equals("0")) {
      items.remove(items.size() - 1);
    }
    return items;
  }

  @Override
  int compareSame(Version other) {
    ConanVersion that = (ConanVersion) other;
    int byItems = compare(items, that.items);
    if (byItems != 0) {
      return byItems;
    }
    int byPre =
        pre == null || that.pre == null
            ? Boolean.compare(pre == null, that.pre == null)
            : compare(pre, that.pre);
    if (byPre != 0) {
      return byPre;
    }
    return build == null || that.build == null
        ? Boolean.compare(build != null, that.build != null)
        : compare(build, that.build);
  }

  private static int compare(List<String> a, List<String> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      String left = a.get(i);
      String right = b.get(i);
      int byItem =
          Digits.isNumber(left) && Digits.isNumber(right)
              ? Digits.compare(left, right)
              : left.compareTo(right);
      if (byItem != 0) {
        return byItem;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
