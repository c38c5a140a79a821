package io.eventsec.core.sigma.pipeline.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Transformations of field names, and of items as a whole. */
final class FieldTransformations {
  private static final Transformation.OfItems DROP = (item, step) -> Optional.empty();

  static final Map<String, Function<Parameters, Transformation>> KINDS =
      Map.of(
          "field_name_mapping", FieldTransformations::mapping,
          "field_name_prefix_mapping", FieldTransformations::prefixMapping,
          "field_name_prefix", FieldTransformations::prefix,
          "field_name_suffix", FieldTransformations::suffix,
          "hashes_fields", HashFields::of,
          "drop_detection_item", parameters -> DROP);

  private FieldTransformations() {}

  private static Transformation mapping(Parameters parameters) {
    Map<String, List<String>> mapping = parameters.mapping("mapping");
    return new FieldRename(
        name -> mapping.getOrDefault(name, List.of(name)), parameters.mappingOfNull("mapping"));
  }

  /** Of several prefixes that fit the first counts. */
  private static Transformation prefixMapping(Parameters parameters) {
    Map<String, List<String>> mapping = parameters.mapping("mapping");
    return new FieldRename(
        name ->
            mapping.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> replaced(entry.getKey(), entry.getValue(), name))
                .orElse(List.of(name)));
  }

  private static List<String> replaced(String prefix, List<String> others, String name) {
    String rest = name.substring(prefix.length());
    return others.stream().map(other -> other + rest).toList();
  }

  private static Transformation prefix(Parameters parameters) {
    String prefix = parameters.text("prefix");
    return new FieldRename(name -> List.of(prefix + name));
  }

  private static Transformation suffix(Parameters parameters) {
    String suffix = parameters.text("suffix");
    return new FieldRename(name -> List.of(name + suffix));
  }
}
