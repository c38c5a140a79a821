package io.eventsec.core.detect.internal;

import io.eventsec.core.event.NumberText;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.sigma.ast.CidrBlock;
import io.eventsec.core.sigma.ast.IpAddress;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.RegexProgram;
import io.eventsec.core.sigma.internal.Regexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Numbers the predicates of a rule set; equal ones have one number. Filled while compiling;
 * afterwards every number asked for is known, so that threads only read.
 */
final class PredicateTable {
  private final FieldTable fields;
  private final Map<Key, Integer> numbers = new LinkedHashMap<>();
  private final List<Predicate> predicates = new ArrayList<>();

  PredicateTable(FieldTable fields) {
    this.fields = fields;
  }

  private record Key(String field, ValueTest test) {}

  /** The predicate's number, given on first use; a field without name stands for all of them. */
  int number(String field, ValueTest test) {
    Key key = new Key(field, test);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    predicates.add(predicate(field, test));
    numbers.put(key, predicates.size() - 1);
    return predicates.size() - 1;
  }

  /** Hands out each predicate's number and test. */
  void forEach(ObjIntConsumer<ValueTest> sink) {
    numbers.forEach((key, number) -> sink.accept(key.test, number));
  }

  Predicate[] all() {
    return predicates.toArray(Predicate[]::new);
  }

  private Predicate predicate(String field, ValueTest test) {
    if (field.isEmpty()) {
      return new Predicate.OfAnyField(matcher(test));
    }
    int number = fields.number(field);
    if (test instanceof ValueTest.Absent) {
      return new Predicate.Absent(number, field);
    }
    if (test instanceof ValueTest.Present) {
      return new Predicate.Present(number, field);
    }
    if (test instanceof ValueTest.OtherField other) {
      return new Predicate.OfTwoFields(
          number, fields.number(other.field()), other.position(), other.cased());
    }
    return new Predicate.OfField(number, matcher(test));
  }

  private static ValueMatcher matcher(ValueTest test) {
    if (test instanceof ValueTest.Text text) {
      return TextMatchers.of(text);
    }
    if (test instanceof ValueTest.NumberIs number) {
      return numberIs(number);
    }
    if (test instanceof ValueTest.BooleanIs truth) {
      String wanted = Boolean.toString(truth.value());
      return (values, i) -> values.folded(i).equals(wanted);
    }
    if (test instanceof ValueTest.Compare compare) {
      return compare(compare);
    }
    if (test instanceof ValueTest.Matches matches) {
      return new Regex(Regexes.compile(matches));
    }
    if (test instanceof ValueTest.TimeIn time) {
      return timeIn(time);
    }
    if (test instanceof ValueTest.InBlock inBlock) {
      return inBlock(inBlock.block());
    }
    throw new IllegalArgumentException("Test " + test + " is no test of a single value");
  }

  private record Regex(RegexProgram program) implements ValueMatcher {
    @Override
    public boolean matches(FieldValues values, int index) {
      return program.find(values.text(index));
    }

    @Override
    public boolean isLinear() {
      return program.isLinear();
    }
  }

  private static ValueMatcher numberIs(ValueTest.NumberIs test) {
    Number wanted = test.value();
    String text = Numbers.text(wanted);
    return (values, i) ->
        values.raw(i) instanceof Number number
            ? Numbers.compare(number, wanted) == 0
            : values.text(i).equals(text);
  }

  private static ValueMatcher compare(ValueTest.Compare test) {
    Number bound = test.bound();
    return (values, i) -> {
      Number number = NumberText.number(values.raw(i));
      if (number == null) {
        return false;
      }
      int order = Numbers.compare(number, bound);
      return switch (test.relation()) {
        case LT -> order < 0;
        case LTE -> order <= 0;
        case GT -> order > 0;
        case GTE -> order >= 0;
      };
    };
  }

  private static ValueMatcher timeIn(ValueTest.TimeIn test) {
    return (values, i) -> {
      Instant time = TimeText.parseOrDay(values.raw(i));
      if (time == null) {
        return false;
      }
      long part = test.part().of(time);
      return part >= test.least() && part <= test.most();
    };
  }

  private static ValueMatcher inBlock(CidrBlock block) {
    return (values, i) -> IpAddress.parse(values.text(i)).filter(block::contains).isPresent();
  }
}
