package io.eventsec.cli.detect;

import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.detect.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The matches of one batch, each a line of JSON:
 *
 * <pre>
 * {"rule": {"id", "version", "title", "level", "tags"}, "event": {"id", "file", "line"},
 *  "alert": id, "matched": {field: value}, "items": [{"selection", "field", "modifiers", "value",
 *  "actual"}]}
 * </pre>
 *
 * Put together from what has been written before, since a match is told in more characters than its
 * event has. Not thread-safe.
 */
final class MatchLines {
  private final RuleTexts rules;
  private final StringBuilder text = new StringBuilder();
  private final QuotedTexts quoted = new QuotedTexts();
  private int count;

  /**
   * None yet.
   *
   * @param rules what is written of rules, for all batches
   */
  MatchLines(RuleTexts rules) {
    this.rules = rules;
  }

  /**
   * Adds one.
   *
   * @param place where the event's record is
   */
  void add(Match match, Place place) {
    text.append("{\"rule\":").append(rules.of(match.rule()));
    text.append(",\"event\":{\"id\":\"").append(match.event().id().value());
    text.append("\",\"file\":");
    quoted.write(place.file(), text);
    text.append(",\"line\":").append(place.line());
    text.append("},\"alert\":\"").append(match.alertId().value()).append('"');
    matched(match.items());
    items(match.items());
    text.append("}\n");
    count++;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The lines, each with its end. */
  String text() {
    return text.toString();
  }

  /** Of several items about one field the first. */
  private void matched(List<MatchedItem> items) {
    text.append(",\"matched\":{");
    Set<String> told = items.size() > 1 ? new HashSet<>() : Set.of();
    boolean first = true;
    for (MatchedItem item : items) {
      if (items.size() == 1 || told.add(item.field())) {
        text.append(first ? "" : ",").append(rules.of(item).field()).append(':');
        quoted.write(item.actual(), text);
        first = false;
      }
    }
    text.append('}');
  }

  private void items(List<MatchedItem> items) {
    text.append(",\"items\":[");
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : ",").append(rules.of(items.get(i)).start());
      text.append(",\"actual\":");
      quoted.write(items.get(i).actual(), text);
      text.append('}');
    }
    text.append(']');
  }
}
