package io.eventsec.core.intel.stix;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.stix.PatternNode.AnyOf;
import io.eventsec.core.intel.stix.PatternNode.Comparison;
import io.eventsec.core.intel.stix.PatternNode.Inexpressible;
import io.eventsec.core.intel.stix.PatternToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a whole pattern by the grammar of STIX 2.1. Outside of the brackets {@code AND} binds
 * closest, then {@code OR}, then {@code FOLLOWEDBY}; within them {@code AND}, then {@code OR}. Used
 * once.
 */
final class PatternParser {
  private static final int DEEPEST = 64;
  private static final Set<String> QUALIFIERS = Set.of("WITHIN", "REPEATS", "START");
  private static final Set<String> WORDS =
      Set.of("IN", "LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET");
  private static final Set<String> SIGNS = Set.of("=", "==", "!=", "<>", "<", ">", "<=", ">=");

  private final List<PatternToken> tokens;
  private int at;
  private int depth;

  PatternParser(List<PatternToken> tokens) {
    this.tokens = tokens;
  }

  PatternNode parse() throws StixPatternException {
    PatternNode node = observations();
    if (peek().kind() != Kind.END) {
      throw unexpected("the end");
    }
    return node;
  }

  private PatternNode observations() throws StixPatternException {
    PatternNode first = observationOr();
    boolean follows = false;
    while (takeWord("FOLLOWEDBY")) {
      observationOr();
      follows = true;
    }
    return follows ? notSingle("FOLLOWEDBY asks for one observation after another") : first;
  }

  private PatternNode observationOr() throws StixPatternException {
    List<PatternNode> parts = new ArrayList<>(List.of(observationAnd()));
    while (takeWord("OR")) {
      parts.add(observationAnd());
    }
    return anyOf(parts);
  }

  private PatternNode observationAnd() throws StixPatternException {
    PatternNode first = observation();
    boolean and = false;
    while (takeWord("AND")) {
      observation();
      and = true;
    }
    return and ? notSingle("AND asks for several observations") : first;
  }

  private PatternNode observation() throws StixPatternException {
    PatternNode node;
    if (take("[")) {
      node = comparisonOr();
      expect("]");
    } else if (take("(")) {
      node = nested(true);
    } else {
      throw unexpected("'[' or '('");
    }
    String qualifier = "";
    while (peek().kind() == Kind.NAME && QUALIFIERS.contains(peek().text())) {
      qualifier = next().text();
      qualifier(qualifier);
    }
    return qualifier.isEmpty()
        ? node
        : notSingle("The qualifier " + qualifier + " counts or times observations");
  }

  private void qualifier(String name) throws StixPatternException {
    switch (name) {
      case "WITHIN" -> {
        expect(Kind.NUMBER);
        expectWord("SECONDS");
      }
      case "REPEATS" -> {
        expect(Kind.NUMBER);
        expectWord("TIMES");
      }
      default -> {
        expect(Kind.TYPED);
        expectWord("STOP");
        expect(Kind.TYPED);
      }
    }
  }

  private PatternNode nested(boolean observations) throws StixPatternException {
    if (++depth > DEEPEST) {
      throw new StixPatternException(
          "More than " + DEEPEST + " brackets are open at " + peek().position(), peek().position());
    }
    PatternNode node = observations ? observations() : comparisonOr();
    expect(")");
    depth--;
    return node;
  }

  private PatternNode comparisonOr() throws StixPatternException {
    List<PatternNode> parts = new ArrayList<>(List.of(comparisonAnd()));
    while (takeWord("OR")) {
      parts.add(comparisonAnd());
    }
    return anyOf(parts);
  }

  private PatternNode comparisonAnd() throws StixPatternException {
    PatternNode first = comparison();
    boolean and = false;
    while (takeWord("AND")) {
      comparison();
      and = true;
    }
    return and ? notSingle("AND asks for several properties at once") : first;
  }

  private PatternNode comparison() throws StixPatternException {
    if (take("(")) {
      return nested(false);
    }
    if (takeWord("EXISTS")) {
      return new Inexpressible("EXISTS " + path() + " names no value");
    }
    String path = path();
    boolean not = takeWord("NOT");
    String operator = operator();
    List<PatternToken> literals = operator.equals("IN") ? set() : List.of(literal());
    return not
        ? new Inexpressible("NOT negates the comparison of " + path)
        : new Comparison(path, operator, literals);
  }

  private String path() throws StixPatternException {
    StringBuilder path = new StringBuilder(expect(Kind.NAME).text());
    expect(":");
    path.append(':').append(component());
    while (true) {
      if (take(".")) {
        path.append('.').append(component());
      } else if (take("[")) {
        path.append('[').append(take("*") ? "*" : expect(Kind.NUMBER).text()).append(']');
        expect("]");
      } else {
        return path.toString();
      }
    }
  }

  private String component() throws StixPatternException {
    if (peek().kind() != Kind.NAME && peek().kind() != Kind.STRING) {
      throw unexpected("the name of a property");
    }
    return next().text();
  }

  private String operator() throws StixPatternException {
    PatternToken token = peek();
    boolean known =
        token.kind() == Kind.NAME && WORDS.contains(token.text())
            || token.kind() == Kind.SIGN && SIGNS.contains(token.text());
    if (!known) {
      throw unexpected("a comparison");
    }
    return next().text();
  }

  private List<PatternToken> set() throws StixPatternException {
    expect("(");
    List<PatternToken> literals = new ArrayList<>();
    if (take(")")) {
      return literals;
    }
    do {
      literals.add(literal());
    } while (take(","));
    expect(")");
    return literals;
  }

  private PatternToken literal() throws StixPatternException {
    PatternToken token = peek();
    boolean literal =
        switch (token.kind()) {
          case STRING, NUMBER, TYPED -> true;
          case NAME -> token.text().equals("true") || token.text().equals("false");
          default -> false;
        };
    if (!literal) {
      throw unexpected("a value, in single quotes if it is text");
    }
    return next();
  }

  private static PatternNode anyOf(List<PatternNode> parts) {
    return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
  }

  private static PatternNode notSingle(String reason) {
    return new Inexpressible(reason + ", which single indicators cannot say; write a rule");
  }

  private PatternToken peek() {
    return tokens.get(at);
  }

  private PatternToken next() {
    PatternToken token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private boolean take(String sign) {
    boolean there = peek().is(sign);
    if (there) {
      next();
    }
    return there;
  }

  private boolean takeWord(String word) {
    boolean there = peek().isWord(word);
    if (there) {
      next();
    }
    return there;
  }

  private void expect(String sign) throws StixPatternException {
    if (!take(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private void expectWord(String word) throws StixPatternException {
    if (!takeWord(word)) {
      throw unexpected(word);
    }
  }

  private PatternToken expect(Kind kind) throws StixPatternException {
    if (peek().kind() != kind) {
      throw unexpected(kind == Kind.NAME ? "the name of an object" : "a " + kind);
    }
    return next();
  }

  private StixPatternException unexpected(String wanted) {
    PatternToken found = peek();
    return new StixPatternException(
        ShownText.of(found.toString())
            + " stands at "
            + found.position()
            + " of the pattern where "
            + wanted
            + " is wanted",
        found.position());
  }
}
