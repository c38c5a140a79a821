package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.CidrBlock;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.TimePart;
import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.ast.ValueTest.Position;
import io.eventsec.core.sigma.ast.ValueTest.RegexFlag;
import io.eventsec.core.sigma.ast.ValueTest.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules and events of few fields and few pieces of text, so that they meet often. */
final class RandomRules {
  private static final String[] FIELDS = {"Image", "CommandLine", "EventID", "Ip", "a.b", "a"};
  private static final String[] PIECES = {
    "a",
    "A",
    "b",
    "ab",
    "cmd",
    ".exe",
    "\\",
    "-",
    "/",
    "\u2013",
    " ",
    "1",
    "10",
    "é",
    "É",
    "\u017f",
    "\u212a",
    "k",
    "s",
    "\ud83d\ude00",
    "*",
    "?",
    "true",
    "\u0130"
  };
  private static final String[] ADDRESSES = {
    "10.0.0.1", "10.1.2.3", "192.168.7.9", "2001:db8::5", "::1", "10.0.0", "fe80::1%eth0"
  };
  private static final String[] BLOCKS = {
    "10.0.0.0/8", "10.0.0.0/30", "0.0.0.0/0", "192.168.7.9/32", "2001:db8::/32", "::/0"
  };
  private static final String[] REGEXES = {
    "ab",
    "^a",
    "cmd(\\.exe)?$",
    "(ab|cmd)\\\\",
    "[a-c]+1",
    "a{2}",
    "(a|)b",
    "\\d+",
    ".",
    "k+s?",
    "(?i)CMD",
    "a.b|1",
    "\\bab\\b",
    "(cmd|(ab)+)",
    "a|b\\x41",
    "[]a]b",
    "\\.exe",
    "(?:ab){0,2}1",
    "(?=ab)a",
    "a(?!b)",
    "(?<=cmd)\\.exe",
    "(?<!a)b",
    "(?!ab|cmd).1",
    "(a|b)\\1",
    "(?<x>k)s?\\k<x>",
    "(?>a+)b",
    "a++b|1(?=0)",
    "(?i)(?<!-)CMD"
  };
  private static final String[] TIMES = {
    "2024-02-29T23:59:30Z",
    "2024-12-30T00:00:00+01:00",
    "2026-01-01 01:02:03.456",
    "2021-01-03T12:30:00-0530",
    "2026-13-01T00:00:00Z",
    "1767225600",
    "12:30"
  };
  private static final Number[] NUMBERS = {
    0L, 1L, 10L, -1L, 1.0, 1.5, 9_007_199_254_740_993L, -0.0
  };
  private static final SigmaRule BASE = base();

  private final Random random;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  private static SigmaRule base() {
    return SigmaReader.read(
            "random.yml",
            "title: R\nid: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11\nlogsource: {category: test}\n"
                + "detection:\n  s: [x]\n  condition: s\n")
        .rules()
        .get(0);
  }

  SigmaRule rule() {
    Map<String, Search> searches = new LinkedHashMap<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      searches.put("s" + i, search(2));
    }
    List<String> names = List.copyOf(searches.keySet());
    return new SigmaRule(
        BASE.ref(),
        BASE.metadata(),
        BASE.logsource(),
        new SigmaDetection(searches, some(2, () -> condition(names, 3))),
        BASE.origin(),
        List.of());
  }

  private Condition condition(List<String> names, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(6)) {
      case 1 -> new Condition.And(some(3, () -> condition(names, depth - 1)));
      case 2 -> new Condition.Or(some(3, () -> condition(names, depth - 1)));
      case 3 -> new Condition.Not(condition(names, depth - 1));
      case 4 -> new Condition.Some(1 + random.nextInt(names.size()), names);
      default -> new Condition.Named(names.get(random.nextInt(names.size())));
    };
  }

  private Search search(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 1 -> new Search.AnyOf(some(3, () -> search(depth - 1)));
      case 2, 3 -> new Search.AllOf(some(3, () -> search(depth - 1)));
      default -> item();
    };
  }

  private DetectionItem item() {
    boolean keyword = random.nextInt(8) == 0;
    String field = keyword ? "" : one(FIELDS);
    List<ItemValue> values =
        some(
            3,
            () -> new ItemValue("v", List.of(), some(2, keyword ? this::textOrRegex : this::test)));
    return new DetectionItem(
        field, List.of(), values, random.nextInt(4) == 0, random.nextInt(6) == 0);
  }

  private ValueTest textOrRegex() {
    return random.nextInt(5) == 0 ? regex() : text(Position.ANYWHERE);
  }

  private ValueTest test() {
    return switch (random.nextInt(16)) {
      case 0 -> new ValueTest.NumberIs(one(NUMBERS));
      case 1 -> new ValueTest.BooleanIs(random.nextBoolean());
      case 2 -> new ValueTest.Absent();
      case 3 -> new ValueTest.Present();
      case 4 -> new ValueTest.Compare(one(Relation.values()), one(NUMBERS));
      case 5 -> regex();
      case 6 -> new ValueTest.InBlock(CidrBlock.parse(one(BLOCKS)));
      case 7 -> new ValueTest.OtherField(one(FIELDS), one(Position.values()), random.nextBoolean());
      case 8, 9 -> time();
      default -> text(one(Position.values()));
    };
  }

  /** Ranges about what the times of events have, some of them empty or without an end. */
  private ValueTest time() {
    TimePart part = one(TimePart.values());
    long middle =
        switch (part) {
          case MINUTE -> 30 * random.nextInt(3);
          case HOUR -> 12 * random.nextInt(3);
          case DAY -> 1 + random.nextInt(31);
          case WEEK -> 1 + 26L * random.nextInt(3);
          case MONTH -> 1 + random.nextInt(12);
          case YEAR -> 2019 + random.nextInt(9);
        };
    return switch (random.nextInt(4)) {
      case 0 -> new ValueTest.TimeIn(part, middle, middle);
      case 1 -> new ValueTest.TimeIn(part, Long.MIN_VALUE, middle);
      case 2 -> new ValueTest.TimeIn(part, middle, Long.MAX_VALUE);
      default -> new ValueTest.TimeIn(part, middle, middle + random.nextInt(4) - 1);
    };
  }

  private ValueTest text(Position position) {
    TextPattern pattern = TextPattern.parse(text(4));
    boolean dashes = random.nextInt(5) == 0;
    return new ValueTest.Text(
        (dashes ? pattern.windash() : pattern).at(position), random.nextInt(5) == 0);
  }

  private ValueTest regex() {
    Set<RegexFlag> flags = random.nextBoolean() ? Set.of() : Set.of(one(RegexFlag.values()));
    return new ValueTest.Matches(one(REGEXES), flags);
  }

  Event event() {
    EventId id = EventId.of(new EventOrigin(Tenant.DEFAULT, "test", "batch", 0), 0);
    Event.Builder event = Event.builder(id, Tenant.DEFAULT, "test");
    for (String field : FIELDS) {
      switch (random.nextInt(5)) {
        case 0 -> event.ecs(field, value());
        case 1 -> event.nativeField(field, some(3, this::value));
        case 2 -> event.ecs(field, value()).nativeField(field, value());
        case 3 -> event.nativeField(field, value());
        default -> {
          // the event hasn't got it
        }
      }
    }
    return event.build();
  }

  private Object value() {
    return switch (random.nextInt(10)) {
      case 0 -> one(NUMBERS);
      case 1 -> random.nextBoolean();
      case 2 -> one(ADDRESSES);
      case 3 -> String.valueOf(one(NUMBERS));
      case 4 -> one(TIMES);
      case 5 -> 1_700_000_000L + random.nextInt(100_000_000);
      default -> text(7);
    };
  }

  private String text(int most) {
    return Stream.generate(() -> one(PIECES))
        .limit(random.nextInt(most + 1))
        .reduce("", String::concat);
  }

  private <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> List<T> some(int most, Supplier<T> make) {
    return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(i -> make.get()).toList();
  }
}
