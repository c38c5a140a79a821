package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.internal.ItemRewriter;
import io.eventsec.core.sigma.internal.RuleFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks a field of its own for each kind of hash, where an item asks for {@code SHA256=...} in one
 * field that has them all. An item with any other value stays as it is.
 *
 * @param algorithms the kinds there are, in upper case
 * @param prefix what the new fields' names begin with
 * @param bare true if the prefix is the whole name
 */
record HashFields(Set<String> algorithms, String prefix, boolean bare)
    implements Transformation.OfItems {
  private static final Map<Integer, String> BY_LENGTH =
      Map.of(32, "MD5", 40, "SHA1", 64, "SHA256", 128, "SHA512");
  private static final Set<String> POSITIONS = Set.of("contains", "startswith", "endswith");

  private record Hash(String algorithm, String digits) {}

  static Transformation of(Parameters parameters) {
    return new HashFields(
        parameters.neededTexts("valid_hash_algos").stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        parameters.optionalText("field_prefix").orElse(""),
        parameters.truth("drop_algo_prefix"));
  }

  @Override
  public Optional<Search> change(ItemInRun subject, ProcessingItem step) throws RuleFault {
    DetectionItem item = subject.item();
    Map<String, List<ItemValue>> byField = new LinkedHashMap<>();
    for (ItemValue value : item.values()) {
      Optional<Hash> hash = hash(value);
      if (hash.isEmpty()) {
        return Optional.of(item);
      }
      String field = prefix + (bare ? "" : hash.get().algorithm());
      byField.computeIfAbsent(field, any -> new ArrayList<>()).add(value);
    }
    List<Search> parts = new ArrayList<>();
    for (Map.Entry<String, List<ItemValue>> entry : byField.entrySet()) {
      parts.add(ofOneKind(item, entry.getKey(), entry.getValue()));
    }
    boolean every = item.all() != item.negated();
    return Optional.of(every ? new Search.AllOf(parts) : new Search.AnyOf(parts));
  }

  /** Where in the field the hash stands means nothing once the field is the hash. */
  private DetectionItem ofOneKind(DetectionItem item, String field, List<ItemValue> values)
      throws RuleFault {
    List<String> modifiers =
        item.modifiers().stream().filter(name -> !POSITIONS.contains(name)).toList();
    return ItemRewriter.rewrite(
        new DetectionItem(field, modifiers, values, item.all(), item.negated()),
        value -> hash(value).stream().map(found -> new Scalar(found.digits())).toList());
  }

  private Optional<Hash> hash(ItemValue value) {
    if (value.alternatives().size() != 1
        || !(value.alternatives().get(0).value() instanceof String text)) {
      return Optional.empty();
    }
    String plain = text.replaceAll("^\\*|\\*$", "");
    int equals = Math.max(plain.indexOf('='), plain.indexOf('|'));
    String digits = plain.substring(equals + 1);
    String algorithm =
        equals < 0
            ? BY_LENGTH.getOrDefault(digits.length(), "")
            : plain.substring(0, equals).toUpperCase(Locale.ROOT);
    return algorithms.contains(algorithm) && digits.matches("[0-9A-Fa-f]+")
        ? Optional.of(new Hash(algorithm, digits))
        : Optional.empty();
  }
}
