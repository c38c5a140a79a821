package io.eventsec.core.sigma.ast;

import java.util.List;

/**
 * One value of a detection item.
 *
 * @param written as it stands in the rule
 * @param alternatives what it means before its modifiers: the value itself, until a pipeline puts
 *     others in its place; any of them will do
 * @param tests what its modifiers made of the alternatives; it is found if any of them is true
 */
public record ItemValue(String written, List<Scalar> alternatives, List<ValueTest> tests) {
  /** Copies the lists. */
  public ItemValue {
    alternatives = List.copyOf(alternatives);
    tests = List.copyOf(tests);
  }
}
