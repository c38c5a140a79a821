package io.eventsec.core.event;

import java.util.HexFormat;

/** Texts that must be told apart, however long they are, and must not take much room. */
public final class LongText {
  private static final int KEPT_CHARACTERS = 64;
  private static final int DIGEST_BYTES = 16;

  private LongText() {}

  /**
   * The text; one that is too long as its beginning and a digest of the whole.
   *
   * @param most characters that are not too many, 200 or more
   */
  public static String of(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, KEPT_CHARACTERS)
            + "... "
            + HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
  }
}
