package io.eventsec.core.ingest.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of a message: literal text with gaps that have names.
 *
 * <pre>
 * Failed password for {user.name:last} from {source.ip:ip} port {source.port:number} ssh2
 * </pre>
 *
 * <p>A gap is {@code {name}} or {@code {name:kind}} with a {@link GapKind} in lower case; without
 * one it is a word. {@code ...} stands for any text, or none, that is of no interest. <code>{{
 * </code> is a brace, {@code {...}} three dots. The whole message must fit. Matching goes forward
 * only and never tries a place twice, so its time grows with the message's length and the
 * template's. Immutable and thread-safe.
 */
public final class MessageTemplate {
  private final String text;
  private final List<Part> parts;

  private MessageTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /**
   * A gap, and the literal behind it; the first has no gap but the literal before all gaps.
   *
   * @param wanted where the gap may end
   */
  private record Part(String name, GapKind kind, GapEnd wanted) {
    String literal() {
      return wanted.literal();
    }
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying which part cannot be read, and why
   */
  public static MessageTemplate parse(String text) {
    return new MessageTemplate(text, new TemplateReader(text).parts());
  }

  /** The names of its gaps, in order. */
  public List<String> names() {
    return parts.stream().map(Part::name).filter(name -> !name.isEmpty()).toList();
  }

  /** The text that every message of it starts with; may be empty. */
  public String start() {
    return parts.get(0).literal();
  }

  /** The texts that every message of it has, in order. */
  public List<String> literals() {
    return parts.stream().map(Part::literal).filter(literal -> !literal.isEmpty()).toList();
  }

  /** What stands in the gaps, by name, in order; empty if the message is not of this shape. */
  public Optional<Map<String, String>> match(String message) {
    return match(new LeadingTime(message));
  }

  /** As {@link #match(String)}, for a message that many templates are tried on. */
  public Optional<Map<String, String>> match(LeadingTime leading) {
    String message = leading.message();
    if (!message.startsWith(start()) || !mayStart(leading)) {
      return Optional.empty();
    }
    // Where the gaps are comes first: most messages are of another shape, and need no map.
    int[] starts = new int[parts.size()];
    int[] ends = new int[parts.size()];
    int at = start().length();
    for (int i = 1; i < parts.size(); i++) {
      Part part = parts.get(i);
      int end =
          i == 1 && part.kind() == GapKind.TIME
              ? part.wanted().at(message, leading.end(at))
              : part.kind().end(message, at, part.wanted());
      if (end < 0) {
        return Optional.empty();
      }
      starts[i] = at;
      ends[i] = end;
      at = end + part.literal().length();
    }
    return at == message.length() ? Optional.of(found(message, starts, ends)) : Optional.empty();
  }

  private Map<String, String> found(String message, int[] starts, int[] ends) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 1; i < parts.size(); i++) {
      if (!parts.get(i).name().isEmpty()) {
        found.put(parts.get(i).name(), message.substring(starts[i], ends[i]));
      }
    }
    return found;
  }

  /** False if it wants a time at the start, and the message has none with the literal behind it. */
  private boolean mayStart(LeadingTime leading) {
    if (parts.size() < 2 || parts.get(1).kind() != GapKind.TIME) {
      return true;
    }
    int at = start().length();
    int end = leading.end(at);
    String literal = parts.get(1).literal();
    if (end == at || !leading.message().startsWith(literal, end)) {
      return false;
    }
    int next = end + literal.length();
    boolean goesOn = parts.size() > 2 && next < leading.message().length();
    return !goesOn || parts.get(2).kind().mayBeginWith(leading.message().charAt(next));
  }

  @Override
  public String toString() {
    return text;
  }

  /** Reads a template's text. */
  private static final class TemplateReader {
    private static final String ANYTHING = "...";
    private static final String DOTS = "{...}";
    private static final String BLANKS = "{ }";

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private String name = "";
    private GapKind kind = GapKind.TEXT;
    private final StringBuilder literal = new StringBuilder();

    TemplateReader(String text) {
      this.text = text;
    }

    List<Part> parts() {
      int at = 0;
      while (at < text.length()) {
        if (text.startsWith("{{", at)) {
          literal.append('{');
          at += 2;
        } else if (text.startsWith(DOTS, at)) {
          literal.append(ANYTHING);
          at += DOTS.length();
        } else if (text.charAt(at) == '{') {
          at = gap(at);
        } else if (text.startsWith(ANYTHING, at)) {
          next("", GapKind.TEXT);
          at += ANYTHING.length();
        } else {
          literal.append(text.charAt(at));
          at++;
        }
      }
      parts.add(new Part(name, kind, new GapEnd(literal.toString(), true)));
      return parts;
    }

    private int gap(int start) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        throw new IllegalArgumentException(
            "The template '" + text + "' has a { without }; write {{ for a brace");
      }
      if (text.substring(start, end + 1).equals(BLANKS)) {
        next("", GapKind.BLANKS);
        return end + 1;
      }
      String[] said = text.substring(start + 1, end).split(":", 2);
      next(said[0].strip(), GapKind.named(said.length == 1 ? "word" : said[1].strip()));
      if (name.isEmpty()) {
        throw new IllegalArgumentException(
            "The template '" + text + "' has a gap without a name; write ... for any text");
      }
      return end + 1;
    }

    private void next(String nextName, GapKind nextKind) {
      if (literal.isEmpty() && !parts.isEmpty() && !kind.endsByItself()) {
        throw new IllegalArgumentException(
            "The template '"
                + text
                + "' has nothing between two gaps; put text between them or make the first a word,"
                + " number or ip");
      }
      parts.add(new Part(name, kind, new GapEnd(literal.toString(), false)));
      literal.setLength(0);
      name = nextName;
      kind = nextKind;
    }
  }
}
