package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.internal.ConditionLexer.Kind;
import io.eventsec.core.sigma.internal.ConditionLexer.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads a condition: {@code or} binds least, then {@code and}, then {@code not}; {@code N of} binds
 * most.
 */
public final class ConditionParser {
  private static final int MAX_DEPTH = 64;

  private final ConditionLexer lexer;
  private final Collection<String> searches;
  private int depth;

  private ConditionParser(String text, Collection<String> searches) {
    this.lexer = new ConditionLexer(text);
    this.searches = searches;
  }

  /** A condition is wrong at a character. */
  public static final class ConditionException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String cure;

    ConditionException(int offset, String message, String cure) {
      super(message, null, false, false);
      this.offset = offset;
      this.cure = cure;
    }

    /** Which character, from 0. */
    public int offset() {
      return offset;
    }

    /** What is wrong. */
    public String problem() {
      return String.valueOf(getMessage());
    }

    /** What to write instead. */
    public String cure() {
      return cure;
    }
  }

  /**
   * Reads the condition.
   *
   * @param searches the names that it may use
   * @throws ConditionException saying where and why, if it is none
   */
  public static Condition parse(String text, Collection<String> searches)
      throws ConditionException {
    ConditionParser parser = new ConditionParser(text, searches);
    Condition condition = parser.or();
    Token rest = parser.lexer.next();
    if (rest.kind() != Kind.END) {
      throw new ConditionException(
          rest.offset(),
          "The condition goes on with " + rest.shown() + " where it should end",
          "Put 'and' or 'or' before it, or remove it");
    }
    return condition;
  }

  private Condition or() throws ConditionException {
    List<Condition> operands = new ArrayList<>(List.of(and()));
    while (lexer.accept(Kind.OR)) {
      operands.add(and());
    }
    return operands.size() == 1 ? operands.get(0) : new Condition.Or(operands);
  }

  private Condition and() throws ConditionException {
    List<Condition> operands = new ArrayList<>(List.of(not()));
    while (lexer.accept(Kind.AND)) {
      operands.add(not());
    }
    return operands.size() == 1 ? operands.get(0) : new Condition.And(operands);
  }

  private Condition not() throws ConditionException {
    Token token = lexer.next();
    if (++depth > MAX_DEPTH) {
      throw new ConditionException(
          token.offset(),
          "The condition is nested more than " + MAX_DEPTH + " deep",
          "Give parts of it search identifiers of their own");
    }
    Condition condition =
        switch (token.kind()) {
          case NOT -> new Condition.Not(not());
          case OPEN -> group(token);
          case WORD -> named(token);
          default -> throw expected(token);
        };
    depth--;
    return condition;
  }

  private static ConditionException expected(Token token) {
    return new ConditionException(
        token.offset(),
        "The condition has " + token.shown() + " where a search identifier is needed",
        "Write a search identifier, '1 of name*', 'all of them', 'not' or '('");
  }

  private Condition group(Token open) throws ConditionException {
    Condition inner = or();
    if (!lexer.accept(Kind.CLOSE)) {
      throw new ConditionException(
          open.offset(), "This '(' is never closed", "Write the ')' that belongs to it");
    }
    return inner;
  }

  private Condition named(Token word) throws ConditionException {
    if (lexer.accept(Kind.OF)) {
      return quantified(word);
    }
    if (searches.contains(word.text())) {
      return new Condition.Named(word.text());
    }
    if (word.text().indexOf('*') >= 0) {
      throw new ConditionException(
          word.offset(),
          "Pattern " + word.shown() + " doesn't say how many of its searches are needed",
          "Write '1 of " + word.text() + "' or 'all of " + word.text() + "'");
    }
    throw new ConditionException(
        word.offset(),
        "The detection has no search identifier " + word.shown(),
        "Use one of " + String.join(", ", searches));
  }

  private Condition quantified(Token quantity) throws ConditionException {
    Token target = lexer.next();
    if (target.kind() != Kind.WORD) {
      throw expected(target);
    }
    List<String> names = matching(target.text());
    if (names.isEmpty()) {
      throw new ConditionException(
          target.offset(),
          "No search identifier is meant by " + target.shown(),
          "Use a pattern that fits one of " + String.join(", ", searches));
    }
    return new Condition.Some(atLeast(quantity, names.size()), names);
  }

  private List<String> matching(String target) {
    if (target.equalsIgnoreCase("them")) {
      return searches.stream().filter(name -> !name.startsWith("_")).toList();
    }
    return searches.stream().filter(name -> fits(target, name)).toList();
  }

  /** True if the pattern, with {@code *} for any run, is the name; the leftmost place will do. */
  private static boolean fits(String pattern, String name) {
    String[] runs = pattern.split("\\*", -1);
    String last = runs[runs.length - 1];
    if (runs.length == 1) {
      return pattern.equals(name);
    }
    int at = runs[0].length();
    boolean fits = name.startsWith(runs[0]);
    for (int i = 1; fits && i < runs.length - 1; i++) {
      int found = name.indexOf(runs[i], at);
      fits = found >= 0;
      at = found + runs[i].length();
    }
    return fits && name.length() - last.length() >= at && name.endsWith(last);
  }

  private static int atLeast(Token quantity, int available) throws ConditionException {
    String text = quantity.text();
    if (text.equalsIgnoreCase("all")) {
      return available;
    }
    if (text.equalsIgnoreCase("any")) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new ConditionException(
          quantity.offset(),
          quantity.shown() + " is no quantity",
          "Write a number from 1, 'any' or 'all' before 'of'");
    }
    int wanted = Integer.parseInt(text);
    if (wanted > available) {
      throw new ConditionException(
          quantity.offset(),
          "It asks for " + wanted + " searches where only " + available + " are meant: never true",
          "Write a number up to " + available);
    }
    return wanted;
  }
}
