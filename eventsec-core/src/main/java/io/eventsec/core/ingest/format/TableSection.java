package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table says about one kind of record: fields with a constant value, and where the others
 * come from. Immutable once built.
 */
final class TableSection {
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final Map<String, List<Mapping>> sources = new LinkedHashMap<>();
  private final Map<String, Mapping[]> index = new HashMap<>();
  private final List<Look> looks = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<String> times = new ArrayList<>();

  TableSection() {}

  /** Starts with everything that another section says. */
  TableSection(TableSection common) {
    constants.putAll(common.constants);
    sources.putAll(common.sources);
    cases.addAll(common.cases);
    times.addAll(common.times);
  }

  void constant(String ecs, List<String> values) {
    constants.put(ecs, value(values));
  }

  private static Object value(List<String> values) {
    return values.size() == 1 ? values.get(0) : List.copyOf(values);
  }

  /** Starts what holds only for records of which one of the fields has one of the values. */
  void when(List<String> natives, List<Glob> values) {
    cases.add(new Case(natives, values, new LinkedHashMap<>()));
  }

  /** Adds a constant to what was started last. */
  void caseConstant(String ecs, List<String> values) {
    cases.get(cases.size() - 1).constants().put(ecs, value(values));
  }

  /** Says which fields hold the time; the first that a record has counts. */
  void times(List<String> natives) {
    times.clear();
    times.addAll(natives);
  }

  /** The fields that hold the time, the best first. */
  List<String> times() {
    return times;
  }

  void field(String ecs, List<String> natives, Conversion conversion) {
    List<Mapping> mappings = new ArrayList<>();
    for (String source : natives) {
      mappings.add(new Mapping(ecs, source, conversion, 0, mappings.size()));
    }
    sources.put(ecs, mappings);
  }

  /** Adds one way to tell a record of this kind. */
  void look(Look look) {
    looks.add(look);
  }

  /** The ways to tell a record of this kind. */
  List<Look> looks() {
    return looks;
  }

  TableSection built() {
    Map<String, List<Mapping>> bySource = new HashMap<>();
    int slot = 0;
    for (List<Mapping> mappings : sources.values()) {
      for (Mapping mapping : mappings) {
        bySource
            .computeIfAbsent(mapping.source(), name -> new ArrayList<>())
            .add(
                new Mapping(
                    mapping.ecs(), mapping.source(), mapping.conversion(), slot, mapping.rank()));
      }
      slot++;
    }
    bySource.forEach((name, mappings) -> index.put(name, mappings.toArray(Mapping[]::new)));
    return this;
  }

  /** What a field is set to by the section itself and by its cases. */
  List<Object> constantsOf(String ecs) {
    List<Object> values = new ArrayList<>();
    if (constants.containsKey(ecs)) {
      values.add(constants.get(ecs));
    }
    for (Case one : cases) {
      if (one.constants().containsKey(ecs)) {
        values.add(one.constants().get(ecs));
      }
    }
    return values;
  }

  /** The ECS fields it can set. */
  List<String> targets() {
    List<String> targets = new ArrayList<>(constants.keySet());
    targets.addAll(sources.keySet());
    cases.forEach(one -> targets.addAll(one.constants().keySet()));
    return targets;
  }

  /** The native fields that it reads. */
  Stream<String> natives() {
    return Stream.concat(
        index.keySet().stream(), cases.stream().flatMap(one -> one.fields().stream()));
  }

  /** Where each ECS field comes from. */
  Map<String, List<Mapping>> sources() {
    return sources;
  }

  /** Sets what the table says, in the table's order. */
  void apply(NativeRecord decoded, EcsWriter out) {
    constants.forEach(out::put);
    Choice choice = new Choice();
    decoded.fields().forEach(choice);
    choice.write(out);
    cases.forEach(one -> one.apply(decoded, out));
  }

  /** Of each ECS field's sources the first that a record has. */
  private final class Choice implements BiConsumer<String, Object> {
    private final @Nullable Mapping[] chosen = new Mapping[sources.size()];
    private final @Nullable Object[] values = new Object[sources.size()];

    @Override
    public void accept(String name, Object value) {
      Mapping[] candidates = index.get(name);
      if (candidates != null) {
        for (Mapping candidate : candidates) {
          offer(candidate, value);
        }
      }
    }

    private void offer(Mapping candidate, Object value) {
      Mapping before = chosen[candidate.slot()];
      if (before == null || candidate.rank() < before.rank()) {
        chosen[candidate.slot()] = candidate;
        values[candidate.slot()] = value;
      }
    }

    void write(EcsWriter out) {
      for (int slot = 0; slot < chosen.length; slot++) {
        Mapping mapping = chosen[slot];
        Object value = values[slot];
        if (mapping != null && value != null) {
          out.convert(mapping, value);
        }
      }
    }
  }
}
