package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.CidrBlock;
import io.eventsec.core.sigma.ast.TextPattern;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes in the tests of one field, as far as a look at a value can answer them. */
final class FieldIndexBuilder {
  private final LiteralTable starts = new LiteralTable();
  private final LiteralTable whole = new LiteralTable();
  private final LiteralTable ends = new LiteralTable();
  private final LiteralTable inside = new LiteralTable();
  private final List<NumberIndex.Bound> equal = new ArrayList<>();
  private final Map<ValueTest.Relation, List<NumberIndex.Bound>> bounds =
      new EnumMap<>(ValueTest.Relation.class);
  private final Map<CidrBlock, Integer> blocks = new java.util.LinkedHashMap<>();

  /**
   * Takes a test in.
   *
   * @return how many values pass it, as far as can be guessed; 1 if it was not taken in and must be
   *     asked by itself
   */
  double add(ValueTest test, int predicate) {
    if (test instanceof ValueTest.Text text) {
      return text(text, predicate);
    }
    if (test instanceof ValueTest.NumberIs number) {
      String written = Numbers.text(number.value());
      equal.add(new NumberIndex.Bound(number.value(), predicate));
      whole.add(CaseFold.fold(written), predicate, false);
      return Selectivity.ofWhole(written);
    }
    if (test instanceof ValueTest.BooleanIs truth) {
      whole.add(Boolean.toString(truth.value()), predicate, true);
      return Selectivity.OF_TRUTH;
    }
    if (test instanceof ValueTest.Compare compare) {
      bounds
          .computeIfAbsent(compare.relation(), key -> new ArrayList<>())
          .add(new NumberIndex.Bound(compare.bound(), predicate));
      return Selectivity.OF_BOUND;
    }
    if (test instanceof ValueTest.InBlock block) {
      blocks.put(block.block(), predicate);
      return Selectivity.OF_BLOCK;
    }
    return test instanceof ValueTest.Matches matches
        ? regex(matches, predicate)
        : Selectivity.UNKNOWN;
  }

  private double regex(ValueTest.Matches test, int predicate) {
    Set<String> needed = RegexLiterals.of(test.pattern());
    needed.forEach(text -> inside.add(text, predicate, false));
    return needed.isEmpty()
        ? Selectivity.UNKNOWN
        : needed.stream().mapToDouble(Selectivity::ofInside).sum();
  }

  private double text(ValueTest.Text test, int predicate) {
    TextPattern pattern = test.pattern();
    LiteralRun run = LiteralRun.longest(pattern);
    if (run.text().isEmpty() && pattern.length() > 0) {
      return Selectivity.UNKNOWN;
    }
    boolean sure = !test.cased() && run.isAllOf(pattern);
    if (run.atStart() && run.atEnd()) {
      whole.add(run.text(), predicate, sure);
      return Selectivity.ofWhole(run.text());
    }
    if (run.atStart()) {
      starts.add(run.text(), predicate, sure);
      return Selectivity.ofInside(run.text());
    }
    if (run.atEnd()) {
      ends.add(run.text(), predicate, sure);
      return Selectivity.ofInside(run.text());
    }
    inside.add(run.text(), predicate, sure);
    return Selectivity.ofInside(run.text());
  }

  FieldIndex build(AtomicInteger literals) {
    return new FieldIndex(
        starts.isEmpty() && whole.isEmpty()
            ? null
            : new TextTrie(false, starts.literals(literals), whole.literals(literals)),
        ends.isEmpty() ? null : new TextTrie(true, ends.literals(literals), List.of()),
        inside.isEmpty() ? null : new GramIndex(inside.literals(literals)),
        equal.isEmpty() && bounds.isEmpty() ? null : new NumberIndex(equal, bounds),
        cidr());
  }

  private @Nullable CidrIndex cidr() {
    if (blocks.isEmpty()) {
      return null;
    }
    CidrIndex index = new CidrIndex();
    blocks.forEach(index::add);
    return index;
  }
}
