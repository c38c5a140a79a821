package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.AlertColumns;
import java.util.Collection;
import java.util.List;

/** The column {@code assets.tags}. */
final class TagsColumn {
  private TagsColumn() {}

  static String write(Collection<String> tags) {
    return AlertColumns.tags(tags.stream().sorted().toList());
  }

  static List<String> read(String column) {
    return AlertColumns.readTags(column);
  }
}
