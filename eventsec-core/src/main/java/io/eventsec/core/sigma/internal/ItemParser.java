package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads detection items: {@code field|modifier|...: value} and keywords. */
final class ItemParser {
  private final Problems problems;

  ItemParser(Problems problems) {
    this.problems = problems;
  }

  /** An item of a map; its key holds the field, which may be missing, and the modifiers. */
  Optional<DetectionItem> field(Node key, Node value) {
    int before = problems.count();
    String text = ((ScalarNode) key).getValue();
    int bar = text.indexOf('|');
    String field = bar < 0 ? text : text.substring(0, bar);
    List<Modifier> modifiers = modifiers((ScalarNode) key, bar);
    if (field.isEmpty() && bar < 0) {
      problems.add(key, "The field has no name", "Write one, or a list of keywords");
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    try {
      return item(field, ModifierChain.of(modifiers), value);
    } catch (RuleFault e) {
      problems.add(Place.inside((ScalarNode) key, bar + 1), e.problem(), e.cure());
      return Optional.empty();
    }
  }

  /** Values without a field: any of them anywhere in the event. */
  Optional<DetectionItem> keywords(List<Node> values) {
    try {
      return item("", ModifierChain.of(List.of()), values);
    } catch (RuleFault e) {
      throw new AssertionError("a chain without modifiers is always sound", e);
    }
  }

  private List<Modifier> modifiers(ScalarNode key, int bar) {
    List<Modifier> modifiers = new ArrayList<>();
    String text = key.getValue();
    for (int start = bar + 1; bar >= 0 && start <= text.length(); ) {
      int next = text.indexOf('|', start);
      int end = next < 0 ? text.length() : next;
      String name = text.substring(start, end);
      Place place = Place.inside(key, start);
      Modifier.of(name)
          .ifPresentOrElse(
              modifiers::add,
              () ->
                  problems.add(
                      place,
                      "Modifier " + Problems.shown(name) + " does not exist",
                      Modifier.insteadOf(name)));
      start = end + 1;
    }
    return modifiers;
  }

  private Optional<DetectionItem> item(String field, ModifierChain chain, Node value)
      throws RuleFault {
    if (value instanceof SequenceNode list && list.getValue().isEmpty()) {
      problems.add(value, "The list of values is empty", "Write a value, or null");
      return Optional.empty();
    }
    return item(
        field, chain, value instanceof SequenceNode list ? list.getValue() : List.of(value));
  }

  private Optional<DetectionItem> item(String field, ModifierChain chain, List<Node> nodes)
      throws RuleFault {
    if (chain.has(Modifier.EXISTS) && nodes.size() > 1) {
      throw new RuleFault(
          "'exists' with several values would be true or false whatever the event has",
          "Write 'exists: true' or 'exists: false'");
    }
    ValueParser parser = new ValueParser(chain, field.isEmpty());
    List<ItemValue> values = new ArrayList<>();
    nodes.forEach(node -> value(parser, node).ifPresent(values::add));
    boolean all = chain.has(Modifier.ALL);
    boolean negated = chain.has(Modifier.NEQ);
    return values.size() < nodes.size()
        ? Optional.empty()
        : Optional.of(new DetectionItem(field, chain.names(), values, all, negated));
  }

  private Optional<ItemValue> value(ValueParser parser, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(
          node,
          "A value is " + Yaml.kind(node),
          "Write text, a number, true, false or null, or a list of those");
      return Optional.empty();
    }
    try {
      String written = node.getTag().equals(Tag.NULL) ? "null" : scalar.getValue();
      List<Scalar> meanings = parser.meanings(Yaml.scalar(scalar), scalar.getValue());
      List<ValueTest> tests = new ArrayList<>();
      for (Scalar meaning : meanings) {
        tests.addAll(parser.tests(meaning.value()));
      }
      return Optional.of(new ItemValue(written, meanings, tests));
    } catch (RuleFault e) {
      problems.add(node, e.problem(), e.cure());
      return Optional.empty();
    }
  }
}
