package io.eventsec.core.sigma.ast;

import java.util.List;

/**
 * One value of a detection item.
 *
 * @param written as it stands in the rule
 * @param tests what its modifiers made of it; it is found if any of them is true
 */
public record ItemValue(String written, List<ValueTest> tests) {
  /** Copies the list. */
  public ItemValue {
    tests = List.copyOf(tests);
  }
}
