package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts other values into an item that was read before, and lets its modifiers work on them anew, in
 * the way in which they worked on the rule's own.
 */
public final class ItemRewriter {
  private static final int MAX_ALTERNATIVES = 50_000;
  private static final int MAX_TEXT = 64 * 1024;

  private ItemRewriter() {}

  /** What is to stand in a value's place. */
  @FunctionalInterface
  public interface Change {
    /**
     * The new alternatives; the value's own to leave it as it is.
     *
     * @throws RuleFault saying why, if there can't be any
     */
    List<Scalar> alternatives(ItemValue value) throws RuleFault;
  }

  /**
   * The item with its values changed; the very same item if none was.
   *
   * @throws RuleFault if the modifiers can't work on a new value, or if there are too many
   */
  public static DetectionItem rewrite(DetectionItem item, Change change) throws RuleFault {
    List<ItemValue> values = new ArrayList<>();
    int size = 0;
    for (ItemValue value : item.values()) {
      List<Scalar> alternatives = change.alternatives(value);
      size += alternatives.size();
      checkSize(size, alternatives);
      values.add(
          alternatives.equals(value.alternatives()) ? value : rewritten(item, value, alternatives));
    }
    return values.equals(item.values()) ? item : item.with(values);
  }

  /**
   * The item with its modifiers at work anew, for one that got others.
   *
   * @throws RuleFault if they can't work on a value
   */
  public static DetectionItem read(DetectionItem item) throws RuleFault {
    List<ItemValue> values = new ArrayList<>();
    for (ItemValue value : item.values()) {
      values.add(rewritten(item, value, value.alternatives()));
    }
    return item.with(values);
  }

  private static ItemValue rewritten(DetectionItem item, ItemValue value, List<Scalar> alternatives)
      throws RuleFault {
    ValueParser parser = new ValueParser(ModifierChain.named(item.modifiers()), item.keyword());
    Set<ValueTest> tests = new LinkedHashSet<>();
    for (Scalar alternative : alternatives) {
      tests.addAll(parser.tests(alternative.value()));
    }
    return new ItemValue(value.written(), alternatives, List.copyOf(tests));
  }

  private static void checkSize(int size, List<Scalar> alternatives) throws RuleFault {
    if (size > MAX_ALTERNATIVES) {
      throw new RuleFault(
          "The item gets more than " + MAX_ALTERNATIVES + " values", "Use shorter value lists");
    }
    for (Scalar alternative : alternatives) {
      if (alternative.value() instanceof String text && text.length() > MAX_TEXT) {
        throw new RuleFault(
            "The value " + Problems.shown(text) + " gets longer than " + MAX_TEXT + " characters",
            "Change the replacement so that it doesn't grow");
      }
    }
  }
}
