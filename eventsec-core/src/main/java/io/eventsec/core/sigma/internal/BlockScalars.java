package io.eventsec.core.sigma.internal;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the scalars of {@link BlockYaml}. Not thread-safe. */
final class BlockScalars {
  /** What a scalar without quotes does not start with; some of these may, but seldom do. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`.<";

  /** Letters that null, truth values and numbers start with. */
  private static final String TAGGED = "nNtTfF";

  /** As far as a key may reach. */
  private static final int LONGEST_KEY = 1_000;

  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private final YamlLines lines;
  private final String text;
  private final char[] chars;

  BlockScalars(YamlLines lines, String text) {
    this.lines = lines;
    this.text = text;
    this.chars = lines.chars();
  }

  /** True if a key begins here. */
  boolean isKey() throws OtherYamlException {
    return colon() >= 0;
  }

  /** The key that begins here; the lines go on to what stands behind its colon. */
  Node key() throws OtherYamlException {
    int from = lines.at();
    int colon = colon();
    if (colon < 0 || colon - from > LONGEST_KEY) {
      throw OtherYamlException.HERE;
    }
    boolean isQuoted = isQuote(chars[from]);
    if (!isQuoted && isIndicator(from)) {
      throw OtherYamlException.HERE;
    }
    Node key = isQuoted ? quoted(from, colon) : plain(from, colon);
    lines.moveTo(colon + 1);
    return key;
  }

  /** Where the colon stands of the key that begins here; -1 if none does. */
  private int colon() throws OtherYamlException {
    int from = lines.at();
    if (isQuote(chars[from])) {
      int after = afterQuoted(from);
      return isColon(after) ? after : -1;
    }
    for (int i = from; i < lines.end(); i++) {
      if (isColon(i)) {
        return i;
      }
      if (isComment(i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isColon(int index) {
    return index < lines.end()
        && chars[index] == ':'
        && (index + 1 == lines.end() || chars[index + 1] == ' ');
  }

  private boolean isComment(int index) {
    return chars[index] == '#' && chars[index - 1] == ' ';
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }

  /**
   * The value that begins here; the lines go on to the next that says something.
   *
   * @param column of the map or list that it stands in
   */
  Node value(int column) throws OtherYamlException {
    int from = lines.at();
    char first = chars[from];
    if (first == '|') {
      return literal(column);
    }
    Node value = isQuote(first) ? quotedValue(from) : plainValue(from);
    lines.next();
    return value;
  }

  private Node quotedValue(int from) throws OtherYamlException {
    int after = afterQuoted(from);
    lines.moveTo(after);
    if (!lines.isRestBlank() || lines.at() == after && after < lines.end()) {
      throw OtherYamlException.HERE;
    }
    return quoted(from, after);
  }

  /** The index behind the closing quote; a backslash between double ones is not read here. */
  private int afterQuoted(int from) throws OtherYamlException {
    char quote = chars[from];
    for (int i = from + 1; i < lines.end(); i++) {
      char c = chars[i];
      if (c == quote) {
        boolean twice = quote == '\'' && i + 1 < lines.end() && chars[i + 1] == quote;
        if (!twice) {
          return i + 1;
        }
        i++;
      } else if (c == '\\' && quote == '"') {
        throw OtherYamlException.HERE;
      }
    }
    throw OtherYamlException.HERE;
  }

  private Node quoted(int from, int to) {
    String inside = text.substring(from + 1, to - 1);
    boolean single = chars[from] == '\'';
    return node(
        Tag.STR,
        single && inside.indexOf('\'') >= 0 ? inside.replace("''", "'") : inside,
        single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED,
        lines.mark(from),
        lines.mark(to));
  }

  private Node plainValue(int from) throws OtherYamlException {
    int to = from;
    while (to < lines.end() && !isComment(to)) {
      if (isColon(to)) {
        throw OtherYamlException.HERE;
      }
      to++;
    }
    while (chars[to - 1] == ' ') {
      to--;
    }
    boolean isNegative = chars[from] == '-' && to - from > 1 && !lines.isItem();
    if (isIndicator(from) && !isNegative) {
      throw OtherYamlException.HERE;
    }
    return plain(from, to);
  }

  private boolean isIndicator(int index) {
    return INDICATORS.indexOf(chars[index]) >= 0;
  }

  private Node plain(int from, int to) throws OtherYamlException {
    if (chars[to - 1] == ' ') {
      throw OtherYamlException.HERE;
    }
    char first = chars[from];
    String value = text.substring(from, to);
    boolean isText = Character.isLetter(first) && TAGGED.indexOf(first) < 0;
    Tag tag = isText ? Tag.STR : RESOLVER.resolve(value, true);
    return node(tag, value, ScalarStyle.PLAIN, lines.mark(from), lines.mark(to));
  }

  private Node literal(int column) throws OtherYamlException {
    Optional<Mark> start = lines.mark();
    if (lines.at() + 1 < lines.end() || !lines.nextLine() || lines.column() <= column) {
      throw OtherYamlException.HERE;
    }
    int indent = lines.column();
    StringBuilder value = new StringBuilder();
    int feeds = 0;
    do {
      boolean blank = lines.at() == lines.end();
      if (!lines.isEnded() || blank && (value.isEmpty() || lines.column() > indent)) {
        throw OtherYamlException.HERE;
      }
      if (!blank) {
        value.append("\n".repeat(feeds)).append(lines.rest(indent));
        feeds = 0;
      }
      feeds++;
    } while (lines.nextLine() && (lines.at() == lines.end() || lines.column() >= indent));
    value.append('\n');
    Optional<Mark> end = lines.mark();
    lines.passBlank();
    return node(Tag.STR, value.toString(), ScalarStyle.LITERAL, start, end);
  }

  private static Node node(
      Tag tag, String value, ScalarStyle style, Optional<Mark> start, Optional<Mark> end) {
    return new ScalarNode(tag, true, value, style, start, end);
  }
}
