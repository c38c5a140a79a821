package io.eventsec.core.intel.stix;

/**
 * A word of a pattern.
 *
 * @param kind what it is
 * @param text a name as it stands there; of a literal the value, without quotes and escapes
 * @param position of its first character, from 0 on
 */
record PatternToken(Kind kind, String text, int position) {
  enum Kind {
    /** A word: a keyword, or the name of an object or property. */
    NAME,
    STRING,
    NUMBER,
    /** Of the types that begin with a letter: a timestamp, binary or hexadecimal value. */
    TYPED,
    /** One or two signs. */
    SIGN,
    /** Behind the last one. */
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Keywords are written in upper case. */
  boolean isWord(String keyword) {
    return kind == Kind.NAME && text.equals(keyword);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
