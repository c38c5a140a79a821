package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.CidrBlock;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.TimePart;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.ast.ValueTest.Position;
import io.eventsec.core.sigma.ast.ValueTest.Relation;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Turns a value as written into tests, by the chain of its item. */
final class ValueParser {
  private final ModifierChain chain;
  private final Position position;

  /** For an item with a field, or for keywords, which stand anywhere in a field. */
  ValueParser(ModifierChain chain, boolean keyword) throws RuleFault {
    this.chain = chain;
    this.position =
        keyword && chain.position() == Position.WHOLE ? Position.ANYWHERE : chain.position();
    Modifier comparison = chain.comparison();
    if (keyword && comparison != Modifier.CONTAINS && comparison != Modifier.RE) {
      throw new RuleFault(
          "Modifier '" + comparison.sigmaName() + "' needs a field, and keywords have none",
          "Write the field's name before it");
    }
  }

  /**
   * What a value stands for; any of it will do. A number that is written in another way than it is
   * shown, like {@code 0x1f} or {@code 1.10}, is the text as well, and nothing but the text where a
   * part of one is asked for.
   */
  List<Scalar> meanings(@Nullable Object value, String written) {
    if (value == null || value instanceof String || value.toString().equals(written)) {
      return List.of(new Scalar(value));
    }
    return switch (chain.comparison()) {
      case RE, FIELDREF -> List.of(new Scalar(written));
      case CONTAINS ->
          asText()
              ? List.of(new Scalar(written))
              : value instanceof Number
                  ? List.of(new Scalar(value), new Scalar(written))
                  : List.of(new Scalar(value));
      default -> List.of(new Scalar(value));
    };
  }

  /** The tests, one of which has to pass; a placeholder if the value has those. */
  List<ValueTest> tests(@Nullable Object value) throws RuleFault {
    if (!chain.has(Modifier.EXPAND) || !(value instanceof String text)) {
      return evaluated(value);
    }
    List<String> names = Placeholders.names(text);
    return names.isEmpty()
        ? evaluated(chain.has(Modifier.RE) ? text : Placeholders.unescaped(text))
        : List.of(new ValueTest.Placeholder(names));
  }

  private List<ValueTest> evaluated(@Nullable Object value) throws RuleFault {
    return switch (chain.comparison()) {
      case EXISTS -> List.of(exists(value));
      case RE -> List.of(regex(text(value, "a regular expression")));
      case CIDR -> List.of(cidr(text(value, "an address block")));
      case LT -> List.of(compare(Relation.LT, value));
      case LTE -> List.of(compare(Relation.LTE, value));
      case GT -> List.of(compare(Relation.GT, value));
      case GTE -> List.of(compare(Relation.GTE, value));
      case FIELDREF -> List.of(fieldRef(value));
      case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR -> List.of(timeIs(value));
      default -> plain(value);
    };
  }

  private static ValueTest exists(@Nullable Object value) throws RuleFault {
    if (value instanceof Boolean wanted) {
      return wanted ? new ValueTest.Present() : new ValueTest.Absent();
    }
    throw new RuleFault(
        "'exists' needs true or false, not " + shown(value), "Write 'exists: true' or false");
  }

  private ValueTest regex(String pattern) throws RuleFault {
    ValueTest.Matches test = new ValueTest.Matches(pattern, chain.regexFlags());
    try {
      Regexes.compile(test);
      return test;
    } catch (PatternSyntaxException e) {
      throw new RuleFault(
          "The regular expression "
              + Problems.shown(pattern)
              + " is wrong at character "
              + (e.getIndex() + 1)
              + ": "
              + e.getDescription(),
          "Mend it there; what is meant literally needs a backslash before it");
    }
  }

  private static ValueTest cidr(String text) throws RuleFault {
    try {
      return new ValueTest.InBlock(CidrBlock.parse(text));
    } catch (IllegalArgumentException e) {
      throw new RuleFault(
          "Not an address block: " + e.getMessage(),
          "Write a network and its prefix length, as in 10.0.0.0/8 or 2001:db8::/32");
    }
  }

  private ValueTest timeIs(@Nullable Object value) throws RuleFault {
    if (value instanceof Long number) {
      return new ValueTest.TimeIn(chain.timePart().orElseThrow(), number, number);
    }
    throw new RuleFault(
        "A part of a time is a whole number, not " + shown(value), "Write one without quotes");
  }

  private static ValueTest timeIn(TimePart part, Relation relation, long bound) {
    return switch (relation) {
      case LT -> new ValueTest.TimeIn(part, Long.MIN_VALUE, bound - 1);
      case LTE -> new ValueTest.TimeIn(part, Long.MIN_VALUE, bound);
      case GT -> new ValueTest.TimeIn(part, bound + 1, Long.MAX_VALUE);
      case GTE -> new ValueTest.TimeIn(part, bound, Long.MAX_VALUE);
    };
  }

  private ValueTest compare(Relation relation, @Nullable Object value) throws RuleFault {
    if (chain.timePart().isPresent() && value instanceof Long bound) {
      return timeIn(chain.timePart().get(), relation, bound);
    }
    if (chain.timePart().isEmpty() && value instanceof Number number) {
      return new ValueTest.Compare(relation, number);
    }
    throw new RuleFault(
        "lt, lte, gt and gte need a number, not " + shown(value), "Write a number without quotes");
  }

  private ValueTest fieldRef(@Nullable Object value) throws RuleFault {
    String field = text(value, "the name of a field");
    return new ValueTest.OtherField(field, chain.position(), chain.has(Modifier.CASED));
  }

  private List<ValueTest> plain(@Nullable Object value) throws RuleFault {
    boolean asText = asText();
    if (value == null) {
      if (asText) {
        throw new RuleFault(
            "null can't be part of a text", "Write a text, or the field without modifiers");
      }
      return List.of(new ValueTest.Absent());
    }
    if (!asText && value instanceof Boolean truth) {
      return List.of(new ValueTest.BooleanIs(truth));
    }
    if (!asText && value instanceof Number number) {
      return List.of(new ValueTest.NumberIs(number));
    }
    return texts(value);
  }

  private boolean asText() {
    return chain.onText() || position != Position.WHOLE;
  }

  private List<ValueTest> texts(Object value) throws RuleFault {
    boolean cased = chain.has(Modifier.CASED);
    TextPattern pattern = TextPattern.parse(value.toString());
    if (chain.rewriting().isEmpty()) {
      return List.of(new ValueTest.Text(pattern.at(position), cased));
    }
    return TextRewriter.apply(chain.rewriting(), pattern).stream()
        .<ValueTest>map(found -> new ValueTest.Text(found.at(position), cased))
        .toList();
  }

  private static String text(@Nullable Object value, String what) throws RuleFault {
    if (value == null || value.toString().isEmpty()) {
      throw new RuleFault("There is nothing where " + what + " is needed", "Write one");
    }
    return value.toString();
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "nothing" : Problems.shown(value.toString());
  }
}
