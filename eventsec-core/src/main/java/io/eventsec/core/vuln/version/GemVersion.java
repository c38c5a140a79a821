package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gem::Version of RubyGems: numbers and words, words before numbers, missing ones zero. */
final class GemVersion extends Version {
  private static final Pattern FORM =
      Pattern.compile("[0-9]+(?:\\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

  private final List<String> segments;

  private GemVersion(VersionScheme scheme, String text, List<String> segments) {
    super(scheme, text);
    this.segments = segments;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    if (!FORM.matcher(text).matches()) {
      throw new UnreadableVersionException(
          scheme,
          text,
          "write numbers and words with dots between them, a number first: 1.2.0.rc1");
    }
    List<String> all = new ArrayList<>();
    String dotted = text.replace("-", ".pre.");
    for (int at = 0; at < dotted.length(); ) {
      int end = Digits.end(dotted, at);
      end = end > at ? end : Digits.lettersEnd(dotted, at);
      if (end > at) {
        all.add(dotted.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return new GemVersion(scheme, text, canonical(all));
  }

  /** Without the zeros at the end of the numbers, and of what follows the first word. */
  private static List<String> canonical(List<String> segments) {
    int word = 0;
    while (word < segments.size() && Digits.isNumber(segments.get(word))) {
      word++;
    }
    List<String> canonical = new ArrayList<>(trimmed(segments.subList(0, word)));
    canonical.addAll(trimmed(segments.subList(word, segments.size())));
    return canonical;
  }

  private static List<String> trimmed(List<String> segments) {
    int end = segments.size();
    while (end > 0
        && Digits.isNumber(segments.get(end - 1))
        && Digits.significant(segments.get(end - 1)).isEmpty()) {
      end--;
    }
    return segments.subList(0, end);
  }

  @Override
  int compareSame(Version other) {
    return Sequences.comparePadded(
        segments, ((GemVersion) other).segments, "0", GemVersion::compare);
  }

  private static int compare(String a, String b) {
    boolean aNumber = Digits.isNumber(a);
    if (aNumber != Digits.isNumber(b)) {
      return aNumber ? 1 : -1;
    }
    return aNumber ? Digits.compare(a, b) : a.compareTo(b);
  }
}
