package io.eventsec.core.vuln.version;

import java.util.List;

/** Numbers with something between them; of two that agree as far as they go the longer is newer. */
final class NumbersVersion extends Version {
  private final List<String> numbers;

  private NumbersVersion(VersionScheme scheme, String text, List<String> numbers) {
    super(scheme, text);
    this.numbers = numbers;
  }

  static Version cran(VersionScheme scheme, String text) throws UnreadableVersionException {
    return parse(scheme, text, "[.-]", "write numbers with . or - between them");
  }

  static Version hackage(VersionScheme scheme, String text) throws UnreadableVersionException {
    return parse(scheme, text, "[.]", "write numbers with . between them");
  }

  private static Version parse(VersionScheme scheme, String text, String between, String cure)
      throws UnreadableVersionException {
    List<String> numbers = List.of(text.split(between, -1));
    for (String number : numbers) {
      if (!Digits.isNumber(number)) {
        throw new UnreadableVersionException(
            scheme, text, "'" + number + "' is no number; " + cure);
      }
    }
    return new NumbersVersion(scheme, text, numbers);
  }

  @Override
  int compareSame(Version other) {
    return Sequences.compare(numbers, ((NumbersVersion) other).numbers, Digits::compare);
  }
}
