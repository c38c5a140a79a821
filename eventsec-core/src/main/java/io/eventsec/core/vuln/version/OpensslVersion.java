package io.eventsec.core.vuln.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 1.0.2zk} and {@code 3.0.0-alpha1}: numbers, letters of a patch, a pre-release. */
final class OpensslVersion extends Version {
  private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)*)([a-z]*)(?:-(.+))?");

  private final Version numbers;
  private final String patch;

  private OpensslVersion(VersionScheme scheme, String text, Version numbers, String patch) {
    super(scheme, text);
    this.numbers = numbers;
    this.patch = patch;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UnreadableVersionException(scheme, text, "write 1.1.1w or 3.0.15");
    }
    String pre = form.group(3) == null ? "" : "-" + form.group(3);
    Version numbers = SemanticVersion.semver(VersionScheme.SEMVER, form.group(1) + pre);
    return new OpensslVersion(scheme, text, numbers, form.group(2));
  }

  /** {@code z} is followed by {@code za}. */
  @Override
  int compareSame(Version other) {
    OpensslVersion that = (OpensslVersion) other;
    int byNumbers = numbers.compareTo(that.numbers);
    return byNumbers != 0 ? byNumbers : patch.compareTo(that.patch);
  }
}
