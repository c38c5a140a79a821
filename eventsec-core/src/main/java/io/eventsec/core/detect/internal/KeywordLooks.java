package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The looks of a rule set. Keywords are looked for in every value of an event, so that each event
 * is spared those that only rules about other events ask for. Everything but its cache is fixed
 * once it is made; safe for any number of threads.
 */
final class KeywordLooks {
  /** Which keywords go together comes from what senders say; beyond these all are looked for. */
  private static final int MOST = 64;

  private final @Nullable FieldIndex[] byField;
  private final List<Keyword> keywords;
  private final int literalsOfFields;
  private final int literals;
  private final ValueLooks all;
  private final Map<BitSet, ValueLooks> some = new ConcurrentHashMap<>();

  /** What a predicate asks of the values of any field. */
  record Keyword(int predicate, ValueTest test) {}

  KeywordLooks(@Nullable FieldIndex[] byField, List<Keyword> keywords, int literalsOfFields) {
    this.byField = byField;
    this.keywords = keywords;
    this.literalsOfFields = literalsOfFields;
    AtomicInteger numbers = new AtomicInteger(literalsOfFields);
    this.all = new ValueLooks(byField, index(keywords, numbers));
    this.literals = numbers.get();
  }

  private static @Nullable FieldIndex index(List<Keyword> keywords, AtomicInteger numbers) {
    FieldIndexBuilder builder = new FieldIndexBuilder();
    for (Keyword keyword : keywords) {
      builder.add(keyword.test, keyword.predicate);
    }
    FieldIndex index = builder.build(numbers);
    return index.isEmpty() ? null : index;
  }

  /** How many literals they look for at most. */
  int literals() {
    return literals;
  }

  /** Those that are enough for rules that ask these predicates. */
  ValueLooks of(BitSet predicates) {
    BitSet asked = new BitSet();
    for (Keyword keyword : keywords) {
      asked.set(keyword.predicate, predicates.get(keyword.predicate));
    }
    ValueLooks known = asked.cardinality() == keywords.size() ? all : some.get(asked);
    if (known != null) {
      return known;
    }
    return some.size() < MOST ? some.computeIfAbsent(asked, this::looks) : all;
  }

  private ValueLooks looks(BitSet asked) {
    List<Keyword> wanted = keywords.stream().filter(one -> asked.get(one.predicate)).toList();
    return new ValueLooks(byField, index(wanted, new AtomicInteger(literalsOfFields)));
  }
}
