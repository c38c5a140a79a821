package io.eventsec.core.vuln.version;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 1.8.0_131-b11}, {@code 1.8.0-update131} and {@code 8.0.131+11}: the version strings before
 * and since JEP 223. Builds do not count.
 */
final class JavaVersion extends Version {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:1\\.(?=[1-9]))?(?<numbers>[0-9]+(?:\\.[0-9]+)*)"
              + "(?:(?:_|-?update_?|u)(?<update>[0-9]+))?(?<ea>-(?!b[0-9])[a-z][a-z0-9.]*)?"
              + "(?:-b[0-9]+)?(?:\\+.*)?");

  private final Version numbers;

  private JavaVersion(VersionScheme scheme, String text, Version numbers) {
    super(scheme, text);
    this.numbers = numbers;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new UnreadableVersionException(scheme, text, "write 1.8.0_131 or 17.0.15+6");
    }
    StringBuilder semantic = new StringBuilder(form.group("numbers"));
    if (form.group("update") != null) {
      if (form.group("numbers").indexOf('.') < 0) {
        semantic.append(".0");
      }
      semantic.append('.').append(form.group("update"));
    }
    if (form.group("ea") != null) {
      semantic.append(form.group("ea"));
    }
    return new JavaVersion(
        scheme, text, SemanticVersion.semver(VersionScheme.SEMVER, semantic.toString()));
  }

  @Override
  int compareSame(Version other) {
    return numbers.compareTo(((JavaVersion) other).numbers);
  }
}
