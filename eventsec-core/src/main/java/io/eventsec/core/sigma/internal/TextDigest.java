package io.eventsec.core.sigma.internal;

import io.eventsec.core.event.Sha256;
import java.util.HexFormat;

/** Tells texts apart by twelve hexadecimal digits: the version of a rule. */
public final class TextDigest {
  private static final int BYTES = 6;

  private TextDigest() {}

  /** The first digits of the text's SHA-256. */
  public static String of(String text) {
    return HexFormat.of().formatHex(Sha256.of(text), 0, BYTES);
  }
}
