package io.eventsec.core.alert;

import java.util.List;

/**
 * One detection item of a rule that was true for an event: why the rule fired, as an analyst wants
 * to read it.
 *
 * @param selection the name of the search identifier it stands in
 * @param field the field it looks at; empty for keywords
 * @param modifiers the Sigma modifiers in the order written
 * @param value what the rule asks for, as written; the alternative that matched
 * @param actual what the event had
 */
public record MatchedItem(
    String selection, String field, List<String> modifiers, String value, String actual) {
  /** Copies the list. */
  public MatchedItem {
    modifiers = List.copyOf(modifiers);
  }
}
