package io.eventsec.core.sigma.internal;

import io.eventsec.core.event.Sha256;

/** Tells texts apart by twelve hexadecimal digits: the version of a rule. */
public final class TextDigest {
  private static final int BYTES = 6;

  private TextDigest() {}

  /** The first digits of the text's SHA-256. */
  public static String of(String text) {
    return Sha256.digits(text, BYTES);
  }
}
