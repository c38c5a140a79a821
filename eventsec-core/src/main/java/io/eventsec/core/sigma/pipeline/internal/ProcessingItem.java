package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.ValueTest;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.function.Predicate;

/**
 * One item of a pipeline: a transformation and the conditions under which it is done.
 *
 * @param id what later conditions know it by; empty if it has none
 * @param rules asked of the rule
 * @param items asked of each detection item
 * @param fields asked of each field name
 * @param transformation what is done
 */
record ProcessingItem(
    String id,
    Predicate<RuleRun> rules,
    Predicate<ItemInRun> items,
    Predicate<FieldInRun> fields,
    Transformation transformation) {

  /** Does it to the rule of the run, if the conditions hold. */
  void apply(RuleRun run) throws RuleFault {
    if (!rules.test(run)) {
      return;
    }
    if (transformation instanceof Transformation.OfItems change) {
      run.changeItems(this, change);
      if (change instanceof FieldRename rename) {
        run.rename(this, rename);
      }
    } else if (transformation instanceof Transformation.OfRule change) {
      change.apply(run);
    }
    run.done(id);
  }

  /** True if the transformation is to look at that detection item. */
  boolean isAbout(ItemInRun item) {
    return items.test(item)
        && (isAbout(item, item.item().field())
            || item.item().values().stream()
                .flatMap(value -> value.tests().stream())
                .anyMatch(test -> refersTo(test, item)));
  }

  private boolean refersTo(ValueTest test, ItemInRun item) {
    return test instanceof ValueTest.OtherField other && isAbout(item, other.field());
  }

  /** True if the transformation is to look at that field name, which the item or rule uses. */
  boolean isAbout(Subject user, String field) {
    return fields.test(new FieldInRun(field, user));
  }
}
