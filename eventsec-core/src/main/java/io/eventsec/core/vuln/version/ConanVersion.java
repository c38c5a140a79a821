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
    return Sequences.compare(a, b, ConanVersion::items);
  }

  private static int items(String a, String b) {
    return Digits.isNumber(a) && Digits.isNumber(b) ? Digits.compare(a, b) : a.compareTo(b);
  }
}
