package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks of several fields what an item asks of one, where any of them may be the one that the event
 * has. A value is found if any field has it; so it is not found, or the field is missing, only if
 * that is so of all of them.
 */
final class FieldAlternatives {
  private FieldAlternatives() {}

  /** The search in the item's place; the very same item if that is its only field. */
  static Search spread(DetectionItem item, List<String> fields) {
    if (fields.size() == 1) {
      String field = fields.get(0);
      return field.equals(item.field()) ? item : item.about(field);
    }
    Map<Boolean, List<ItemValue>> byAbsence =
        item.values().stream().collect(Collectors.partitioningBy(FieldAlternatives::isAbsence));
    List<Search> parts =
        byAbsence.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> spread(item.with(entry.getValue()), fields, entry.getKey()))
            .toList();
    boolean everyPart = item.all() != item.negated();
    return parts.size() == 1 ? parts.get(0) : joined(parts, everyPart);
  }

  private static Search spread(DetectionItem item, List<String> fields, boolean absence) {
    return joined(fields.stream().<Search>map(item::about).toList(), absence != item.negated());
  }

  private static Search joined(List<Search> parts, boolean every) {
    return every ? new Search.AllOf(parts) : new Search.AnyOf(parts);
  }

  private static boolean isAbsence(ItemValue value) {
    return value.tests().stream().allMatch(ValueTest.Absent.class::isInstance);
  }
}
