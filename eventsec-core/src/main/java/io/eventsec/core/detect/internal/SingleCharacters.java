package io.eventsec.core.detect.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Literals of one character. Immutable. */
final class SingleCharacters {
  private final Literal[] ascii;

  /** The others in the order of their characters: rules look for hundreds of look-alikes. */
  private final Literal[] others;

  private final char[] otherChars;

  SingleCharacters(Collection<Literal> literals) {
    List<Literal> sorted =
        literals.stream().sorted(Comparator.comparing(SingleCharacters::character)).toList();
    ascii = sorted.stream().filter(Literal::isAscii).toArray(Literal[]::new);
    others = sorted.stream().filter(one -> !one.isAscii()).toArray(Literal[]::new);
    otherChars = new char[others.length];
    for (int i = 0; i < others.length; i++) {
      otherChars[i] = character(others[i]);
    }
  }

  private static char character(Literal literal) {
    return literal.text().charAt(0);
  }

  /** Tells which of them the value has, whose text that is. */
  void look(String raw, ValueScan scan) {
    FoldedText text = scan.text();
    for (Literal literal : ascii) {
      if (text.has(character(literal), raw)) {
        scan.found(literal);
      }
    }
    if (others.length > 0 && !text.isAscii()) {
      lookForOthers(text, scan);
    }
  }

  private void lookForOthers(FoldedText text, ValueScan scan) {
    for (int i = 0; i < text.length; i++) {
      int place = Arrays.binarySearch(otherChars, text.chars[i]);
      if (place >= 0) {
        scan.found(others[place]);
      }
    }
  }
}
