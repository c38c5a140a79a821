package io.eventsec.core.ingest.audit;

/**
 * Goes once through the fields of an audit record: {@code name=value}, {@code name="value"}, a
 * message of user space in {@code msg='...'} whose fields count as the record's own, and the words
 * that older kernels and SELinux put between them. What is left open ends with the line. Not
 * thread-safe.
 */
final class AuditScanner {
  private static final int LONGEST_NAME = 64;
  private static final String[] NOTHINGS = {"(null)", "(none)"};

  private final String text;
  private final Sink sink;
  private int at;
  private boolean inMessage;
  private String before = "";

  /** Takes what is found. */
  interface Sink {
    /**
     * Takes one field.
     *
     * @param quoted whether the value stood in quotes, and so is no hexadecimal spelling
     */
    void field(String name, String value, boolean quoted);
  }

  AuditScanner(String text, int start, Sink sink) {
    this.text = text;
    this.at = start;
    this.sink = sink;
  }

  void scan() {
    for (skipBlanks(); at < text.length(); skipBlanks()) {
      if (text.charAt(at) == '{') {
        permissions();
      } else {
        word();
      }
    }
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** The mark before what auditd adds is a control character, so it is one of them. */
  private static boolean isBlank(char c) {
    return c <= ' ';
  }

  /** {@code { read write }}: what SELinux was asked for. */
  private void permissions() {
    int close = text.indexOf('}', at);
    int end = close < 0 ? text.length() : close;
    for (String permission : text.substring(at + 1, end).split(" ", -1)) {
      sink.field("seperms", permission, true);
    }
    at = end + 1;
  }

  private void word() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isBlank(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      named(name(word));
      before = "";
    } else {
      bare(word);
    }
  }

  /** A word without a value may be part of the next name, or SELinux's decision. */
  private void bare(String word) {
    if (before.equals("avc:")) {
      sink.field("seresult", word, true);
    }
    before = word;
  }

  private String name(String word) {
    String name = word.startsWith("(") ? word.substring(1) : word;
    return before.equals("old") || before.equals("new") ? before + '_' + name : name;
  }

  private void named(String name) {
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '\'' && name.equals("msg")) {
      inMessage = true;
      at++;
    } else if (first == '"' || first == '\'') {
      at++;
      put(name, upTo(first), true);
    } else if (first == '{') {
      put(name, upTo('}').substring(1).strip(), true);
    } else {
      put(name, plain(), false);
    }
  }

  private void put(String name, String value, boolean quoted) {
    if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
      sink.field(name, value, quoted);
    }
  }

  private String upTo(char close) {
    int found = text.indexOf(close, at);
    int end = found < 0 ? text.length() : found;
    String value = text.substring(at, end);
    at = end + 1;
    return value;
  }

  private String plain() {
    for (String nothing : NOTHINGS) {
      if (text.startsWith(nothing, at)) {
        at += nothing.length();
        return nothing;
      }
    }
    int start = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return trimmed(text.substring(start, at));
  }

  /**
   * Without the message's quote, one that nothing opened, and the commas and brackets that old
   * programs wrote.
   */
  private String trimmed(String value) {
    String trimmed = value;
    if (inMessage && trimmed.endsWith("'") || trimmed.endsWith("\"")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    if (trimmed.endsWith(")") && trimmed.indexOf('(') < 0 || trimmed.endsWith(",")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed;
  }
}
