package io.eventsec.core.ingest.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of files, which their length tells apart. */
final class HashText {
  private static final Map<Integer, String> ALGORITHMS =
      Map.of(32, "md5", 40, "sha1", 64, "sha256", 96, "sha384", 128, "sha512");

  private HashText() {}

  /** What ECS calls the algorithm of a digest in hexadecimal; null if the text is none. */
  static @Nullable String algorithm(String text) {
    String name = ALGORITHMS.get(text.length());
    boolean isOne = name != null && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isOne ? name : null;
  }
}
