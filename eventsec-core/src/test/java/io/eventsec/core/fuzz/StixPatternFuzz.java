package io.eventsec.core.fuzz;

import io.eventsec.core.intel.stix.StixPattern;
import io.eventsec.core.intel.stix.StixPatternException;
import java.nio.charset.StandardCharsets;

/** Any text is a pattern: it is read, or refused with a place in it. */
public final class StixPatternFuzz {
  private StixPatternFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      StixPattern pattern = StixPattern.read(text);
      if (text.contains("AND") && !text.contains("'") && !pattern.indicators().isEmpty()) {
        throw new AssertionError("Half of a condition: " + pattern);
      }
    } catch (StixPatternException e) {
      if (e.position() < 0 || e.position() > text.length()) {
        throw new AssertionError("No such place: " + e.position(), e);
      }
    }
  }
}
