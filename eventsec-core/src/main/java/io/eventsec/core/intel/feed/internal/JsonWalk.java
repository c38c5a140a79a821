package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.feed.SkipReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Walks through JSON of any size and takes out the values that are wanted, each by itself: what is
 * wrong within one, or makes it too large, is of no consequence to the next. Not thread-safe.
 */
final class JsonWalk {
  private static final int LONGEST_NAME = 200;
  private final BoundedInput in;
  private final int mostBytes;

  JsonWalk(BoundedInput in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** A value that is taken out. */
  @FunctionalInterface
  interface Visitor<T> {
    void visit(T name) throws IOException, FeedEndedException;
  }

  /** The first character of the value that comes next; -1 if none does. */
  int peek() throws IOException, FeedEndedException {
    skipBlanks();
    return in.peek();
  }

  /** Goes through an object; the visitor takes, skips or walks through the value of each name. */
  void object(Visitor<String> visitor) throws IOException, FeedEndedException {
    expect('{');
    if (peek() == '}') {
      in.next();
      return;
    }
    do {
      if (peek() != '"') {
        throw broken("the name of a property");
      }
      String name = scalar();
      expect(':');
      peek();
      visitor.visit(name);
    } while (more('}'));
  }

  /** Goes through an array; the visitor takes, skips or walks through each value. */
  void array(Visitor<Integer> visitor) throws IOException, FeedEndedException {
    expect('[');
    if (peek() == ']') {
      in.next();
      return;
    }
    int index = 0;
    do {
      peek();
      visitor.visit(index++);
    } while (more(']'));
  }

  private boolean more(char end) throws IOException, FeedEndedException {
    int c = peek();
    if (c == ',' || c == end) {
      in.next();
      return c == ',';
    }
    throw broken("',' or '" + end + "'");
  }

  /** Takes a short text, without its quotes and with its escapes, or a number as it stands. */
  String scalar() throws IOException, FeedEndedException {
    Piece piece = new Piece(LONGEST_NAME);
    value(piece);
    String text = new String(piece.out.toByteArray(), StandardCharsets.UTF_8);
    return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * Takes the next value.
   *
   * @throws SkippedException if it is too large; it is passed over all the same
   */
  byte[] take() throws IOException, FeedEndedException, SkippedException {
    Piece piece = new Piece(mostBytes);
    value(piece);
    if (piece.isTooLarge()) {
      throw new SkippedException(
          SkipReason.TOO_LARGE,
          "The object has " + piece.size + " bytes; use at most " + mostBytes);
    }
    return piece.out.toByteArray();
  }

  /** Passes over the next value. */
  void skip() throws IOException, FeedEndedException {
    value(new Piece(0));
  }

  /** The bytes of a value, as far as there are not too many. */
  private static final class Piece {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(0);
    private final int most;
    private long size;

    Piece(int most) {
      this.most = most;
    }

    void add(int b) {
      if (size++ < most) {
        out.write(b);
      }
    }

    boolean isTooLarge() {
      return size > most;
    }
  }

  private void value(Piece piece) throws IOException, FeedEndedException {
    int c = peek();
    if (c == '"') {
      string(piece);
    } else if (c == '{' || c == '[') {
      nested(piece);
    } else {
      plain(piece);
    }
  }

  /** Brackets are only counted: whether they fit is found by whoever reads the piece. */
  private void nested(Piece piece) throws IOException, FeedEndedException {
    long depth = 0;
    do {
      int c = in.peek();
      if (c == '"') {
        string(piece);
      } else {
        c = orEnd(in.next());
        piece.add(c);
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    } while (depth > 0);
  }

  private void string(Piece piece) throws IOException, FeedEndedException {
    piece.add(in.next());
    int c;
    do {
      c = orEnd(in.next());
      piece.add(c);
      if (c == '\\') {
        piece.add(orEnd(in.next()));
      }
    } while (c != '"');
  }

  private void plain(Piece piece) throws IOException, FeedEndedException {
    int c = in.peek();
    if (c < 0 || ",:}]".indexOf(c) >= 0) {
      throw broken("a value");
    }
    while (c > ' ' && ",:}]".indexOf(c) < 0) {
      piece.add(in.next());
      c = in.peek();
    }
  }

  private int orEnd(int c) throws FeedEndedException {
    if (c < 0) {
      throw new FeedEndedException(
          "The feed ends at byte " + in.position() + " within a value; get all of it");
    }
    return c;
  }

  private void expect(char wanted) throws IOException, FeedEndedException {
    if (peek() != wanted) {
      throw broken("'" + wanted + "'");
    }
    in.next();
  }

  private void skipBlanks() throws IOException, FeedEndedException {
    int c = in.peek();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      in.next();
      c = in.peek();
    }
  }

  FeedEndedException broken(String wanted) throws IOException, FeedEndedException {
    int c = in.peek();
    return new FeedEndedException(
        "Not JSON: at byte "
            + in.position()
            + (c < 0 ? " the feed ends" : " stands '" + (char) c + "'")
            + " where "
            + wanted
            + " is wanted; nothing behind it was read");
  }
}
