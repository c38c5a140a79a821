package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.NumberText;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.TimePart;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.RegexProgram;
import io.eventsec.core.sigma.internal.Regexes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks every rule of every event, word by word: what the compiled set must agree with. */
final class PlainEvaluator {
  private final Map<ValueTest.Matches, RegexProgram> patterns = new HashMap<>();

  boolean fires(SigmaRule rule, Event event) {
    return rule.detection().conditions().stream()
        .anyMatch(condition -> holds(condition, rule.detection().searches(), event));
  }

  private boolean holds(Condition condition, Map<String, Search> searches, Event event) {
    if (condition instanceof Condition.And and) {
      return and.operands().stream().allMatch(part -> holds(part, searches, event));
    }
    if (condition instanceof Condition.Or or) {
      return or.operands().stream().anyMatch(part -> holds(part, searches, event));
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.operand(), searches, event);
    }
    if (condition instanceof Condition.Some some) {
      return some.searches().stream()
              .filter(name -> holds(Objects.requireNonNull(searches.get(name)), event))
              .count()
          >= some.atLeast();
    }
    String name = ((Condition.Named) condition).search();
    return holds(Objects.requireNonNull(searches.get(name)), event);
  }

  private boolean holds(Search search, Event event) {
    if (search instanceof Search.AllOf all) {
      return all.parts().stream().allMatch(part -> holds(part, event));
    }
    if (search instanceof Search.AnyOf any) {
      return any.parts().stream().anyMatch(part -> holds(part, event));
    }
    DetectionItem item = (DetectionItem) search;
    Stream<ItemValue> values = item.values().stream();
    boolean found =
        item.all()
            ? values.allMatch(value -> found(item.field(), value, event))
            : values.anyMatch(value -> found(item.field(), value, event));
    return found != item.negated();
  }

  private boolean found(String field, ItemValue value, Event event) {
    return value.tests().stream().anyMatch(test -> passes(field, test, event));
  }

  private boolean passes(String field, ValueTest test, Event event) {
    if (test instanceof ValueTest.Absent) {
      return !isThere(field, event);
    }
    if (test instanceof ValueTest.Present) {
      return isThere(field, event);
    }
    List<Object> values = field.isEmpty() ? everything(event) : values(event.value(field));
    if (test instanceof ValueTest.OtherField other) {
      return values.stream()
          .anyMatch(
              value ->
                  values(event.value(other.field())).stream()
                      .anyMatch(
                          wanted ->
                              stands(
                                  Numbers.text(value),
                                  TextPattern.literal(Numbers.text(wanted)).at(other.position()),
                                  other.cased())));
    }
    return values.stream().anyMatch(value -> passes(test, value));
  }

  private static boolean isThere(String field, Event event) {
    return event.value(field) != null
        || event.nativeFields().keySet().stream().anyMatch(name -> name.startsWith(field + "."));
  }

  private static List<Object> everything(Event event) {
    List<Object> all = new ArrayList<>();
    event.nativeFields().values().forEach(value -> all.addAll(values(value)));
    event
        .ecsFields()
        .forEach(
            (name, value) -> {
              if (!event.nativeFields().containsKey(name)) {
                all.addAll(values(value));
              }
            });
    return all;
  }

  private static List<Object> values(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return value == null ? List.of() : List.of(value);
  }

  private boolean passes(ValueTest test, Object value) {
    String text = Numbers.text(value);
    if (test instanceof ValueTest.Text wanted) {
      return stands(text, wanted.pattern(), wanted.cased());
    }
    if (test instanceof ValueTest.NumberIs number) {
      return value instanceof Number own
          ? Numbers.compare(own, number.value()) == 0
          : text.equals(Numbers.text(number.value()));
    }
    if (test instanceof ValueTest.BooleanIs truth) {
      return text.equalsIgnoreCase(Boolean.toString(truth.value()));
    }
    if (test instanceof ValueTest.Compare compare) {
      Number number = NumberText.number(value);
      return number != null && inOrder(Numbers.compare(number, compare.bound()), compare);
    }
    if (test instanceof ValueTest.InBlock block) {
      return block.block().contains(text);
    }
    if (test instanceof ValueTest.TimeIn wanted) {
      Instant time = TimeText.parseOrDay(value);
      return time != null && isIn(part(time.atZone(ZoneOffset.UTC), wanted.part()), wanted);
    }
    ValueTest.Matches matches = (ValueTest.Matches) test;
    return patterns.computeIfAbsent(matches, Regexes::compile).find(text);
  }

  private static boolean isIn(long part, ValueTest.TimeIn wanted) {
    return wanted.least() <= part && part <= wanted.most();
  }

  private static long part(ZonedDateTime time, TimePart part) {
    return switch (part) {
      case MINUTE -> time.getMinute();
      case HOUR -> time.getHour();
      case DAY -> time.getDayOfMonth();
      case WEEK -> time.get(WeekFields.ISO.weekOfWeekBasedYear());
      case MONTH -> time.getMonthValue();
      case YEAR -> time.getYear();
    };
  }

  private static boolean inOrder(int order, ValueTest.Compare compare) {
    return switch (compare.relation()) {
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
    };
  }

  /** Whether the text is like the pattern, by a table of what is like what so far. */
  private static boolean stands(String text, TextPattern pattern, boolean cased) {
    boolean[] like = new boolean[text.length() + 1];
    like[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      like = next(like, text, pattern.element(p), cased);
    }
    return like[text.length()];
  }

  private static boolean[] next(boolean[] like, String text, int element, boolean cased) {
    boolean[] next = new boolean[like.length];
    boolean any = false;
    for (int i = 0; i < like.length; i++) {
      any |= like[i];
      if (element == TextPattern.ANY_RUN) {
        next[i] = any;
      } else if (like[i] && i < text.length() && takes(element, text.charAt(i), cased)) {
        int width = element == TextPattern.ANY_ONE ? Character.charCount(text.codePointAt(i)) : 1;
        next[i + width] = true;
      }
    }
    return next;
  }

  private static boolean takes(int element, char c, boolean cased) {
    if (element < 0) {
      return element == TextPattern.ANY_ONE || TextPattern.isDash(c);
    }
    return element == c
        || (!cased && String.valueOf((char) element).equalsIgnoreCase(String.valueOf(c)));
  }
}
