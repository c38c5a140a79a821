package io.eventsec.core.ingest.format;

/** The names of datasets, as rules and searches know them. */
final class Datasets {
  private static final int MAX_LENGTH = 64;

  private Datasets() {}

  /** {@code module.kind}; the module alone if the kind is no plain name. */
  static String name(String module, String kind) {
    return isPlain(kind) ? module + '.' + kind : module;
  }

  private static boolean isPlain(String kind) {
    if (kind.isEmpty() || kind.length() > MAX_LENGTH || "_-.".indexOf(kind.charAt(0)) >= 0) {
      return false;
    }
    for (int i = 0; i < kind.length(); i++) {
      char c = kind.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
      if (!plain && c != '.') {
        return false;
      }
    }
    return true;
  }
}
