package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PEP 440, with the spellings that it lets pass. What is none compares as it did before, and is
 * older.
 */
final class PypiVersion extends Version {
  private static final Pattern FORM =
      Pattern.compile(
          "v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)"
              + "(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preN>[0-9]+)?)?"
              + "(?:-(?<postOnly>[0-9]+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postN>[0-9]+)?)?"
              + "(?:[-_.]?(?<dev>dev)[-_.]?(?<devN>[0-9]+)?)?"
              + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

  private static final int BEFORE_ALL = -1;
  private static final int AFTER_ALL = 9;

  /** What is not of PEP 440; empty for what is, and then all else counts. */
  private final List<String> legacy;

  private final String epoch;
  private final List<String> release;
  private final int preRank;
  private final String pre;
  private final @Nullable String post;
  private final @Nullable String dev;
  private final @Nullable List<String> local;

  private PypiVersion(VersionScheme scheme, String text, Matcher form) {
    super(scheme, text);
    this.legacy = List.of();
    this.epoch = or(form.group("epoch"), "");
    this.release = release(form.group("release"));
    this.post = form.group("post") == null ? form.group("postOnly") : or(form.group("postN"), "");
    this.dev = form.group("dev") == null ? null : or(form.group("devN"), "");
    String phase = form.group("pre");
    this.preRank =
        phase != null ? rank(phase) : post == null && dev != null ? BEFORE_ALL : AFTER_ALL;
    this.pre = or(form.group("preN"), "");
    this.local = form.group("local") == null ? null : List.of(form.group("local").split("[-_.]"));
  }

  private PypiVersion(VersionScheme scheme, String text, List<String> legacy) {
    super(scheme, text);
    this.legacy = legacy;
    this.epoch = "";
    this.release = List.of();
    this.post = null;
    this.dev = null;
    this.preRank = BEFORE_ALL;
    this.pre = "";
    this.local = null;
  }

  static Version parse(VersionScheme scheme, String text) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    return form.matches()
        ? new PypiVersion(scheme, text, form)
        : new PypiVersion(scheme, text, PypiLegacyVersion.parts(text));
  }

  private static String or(@Nullable String group, String otherwise) {
    return group == null ? otherwise : group;
  }

  private static List<String> release(String dotted) {
    List<String> numbers = new ArrayList<>();
    for (String number : dotted.split("[.]")) {
      numbers.add(Digits.significant(number));
    }
    while (numbers.size() > 1 && numbers.get(numbers.size() - 1).isEmpty()) {
      numbers.remove(numbers.size() - 1);
    }
    return numbers;
  }

  private static int rank(String phase) {
    return switch (phase) {
      case "a", "alpha" -> 0;
      case "b", "beta" -> 1;
      default -> 2;
    };
  }

  @Override
  int compareSame(Version other) {
    PypiVersion that = (PypiVersion) other;
    if (!legacy.isEmpty() || !that.legacy.isEmpty()) {
      return legacy.isEmpty() || that.legacy.isEmpty()
          ? Boolean.compare(legacy.isEmpty(), that.legacy.isEmpty())
          : Sequences.compare(legacy, that.legacy, String::compareTo);
    }
    int result = Digits.compare(epoch, that.epoch);
    result = result != 0 ? result : Sequences.compare(release, that.release, Digits::compare);
    result = result != 0 ? result : Integer.compare(preRank, that.preRank);
    result = result != 0 ? result : Digits.compare(pre, that.pre);
    result = result != 0 ? result : missingFirst(post, that.post);
    result = result != 0 ? result : missingLast(dev, that.dev);
    return result != 0 ? result : locals(local, that.local);
  }

  private static int missingFirst(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? Boolean.compare(a != null, b != null) : Digits.compare(a, b);
  }

  private static int missingLast(@Nullable String a, @Nullable String b) {
    return a == null || b == null ? Boolean.compare(a == null, b == null) : Digits.compare(a, b);
  }

  private static int locals(@Nullable List<String> a, @Nullable List<String> b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return Sequences.compare(a, b, PypiVersion::local);
  }

  private static int local(String a, String b) {
    boolean aNumber = Digits.isNumber(a);
    if (aNumber != Digits.isNumber(b)) {
      return aNumber ? 1 : -1;
    }
    return aNumber ? Digits.compare(a, b) : a.compareTo(b);
  }
}
