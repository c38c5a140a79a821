package io.eventsec.core.detect;

import java.util.List;

/**
 * A part of a rule and whether it is true for an event. Immutable.
 *
 * @param text the part as the rule has it: {@code selection}, {@code Image|endswith}, a value
 * @param holds whether it is true
 * @param actual what the event has there; empty if the part is no field, or the event hasn't got it
 * @param parts what it is made of, in the order of the rule; empty for a value
 */
public record Explanation(String text, boolean holds, String actual, List<Explanation> parts) {
  /** Copies the list. */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /** A tree of lines, each beginning with {@code +} if it is true and {@code -} if it is not. */
  @Override
  public String toString() {
    StringBuilder tree = new StringBuilder();
    write(tree, 0);
    return tree.toString().stripTrailing();
  }

  private void write(StringBuilder tree, int depth) {
    tree.append("  ".repeat(depth)).append(holds ? "+ " : "- ").append(text);
    if (!actual.isEmpty()) {
      tree.append("   <- ").append(actual);
    }
    tree.append('\n');
    parts.forEach(part -> part.write(tree, depth + 1));
  }
}
