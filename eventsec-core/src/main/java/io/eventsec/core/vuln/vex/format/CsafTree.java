package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The product tree of a document of CSAF while it is written: each product, each version and range
 * of it, and each place has an id. Not thread-safe.
 */
final class CsafTree {
  private final Map<Object, String> known = new LinkedHashMap<>();
  private final List<Map<String, Object>> branches = new ArrayList<>();
  private final List<Map<String, Object>> names = new ArrayList<>();
  private final List<Map<String, Object>> relationships = new ArrayList<>();

  private record Placed(String component, String place) {}

  /** The ids of a product: one for each version or range that is meant. */
  List<String> ids(VexProduct product) {
    List<String> ids = ids(product.component());
    if (product.within().isEmpty()) {
      return ids;
    }
    VexProduct place =
        new VexProduct(
            product.within().get(0), product.within().subList(1, product.within().size()));
    List<String> placed = new ArrayList<>();
    for (String in : ids(place)) {
      ids.forEach(id -> placed.add(placed(id, in, place.component())));
    }
    return placed;
  }

  private String placed(String component, String place, VexComponent in) {
    Placed key = new Placed(component, place);
    String before = known.get(key);
    if (before != null) {
      return before;
    }
    String id = next(key);
    Map<String, Object> relationship = new LinkedHashMap<>();
    relationship.put("category", isPlatform(in) ? "installed_on" : "default_component_of");
    relationship.put("product_reference", component);
    relationship.put("relates_to_product_reference", place);
    relationship.put(
        "full_product_name", Map.of("product_id", id, "name", component + " of " + place));
    relationships.add(relationship);
    return id;
  }

  private static boolean isPlatform(VexComponent component) {
    return component.cpes().stream()
        .anyMatch(name -> name.value(CpeAttribute.PART).text().equals("o"));
  }

  private String next(Object key) {
    String id = String.format(Locale.ROOT, "CSAFPID-%04d", known.size() + 1);
    known.put(key, id);
    VexLayout.bound(known.size());
    return id;
  }

  private List<String> ids(VexComponent component) {
    if (!component.hasVersions()) {
      return List.of(id(component, "", ""));
    }
    VexComponent any = component.in(List.of(), List.of());
    List<String> ids = new ArrayList<>();
    for (String version : component.versions()) {
      ids.add(id(any, "product_version", version));
    }
    for (VersRange range : component.ranges()) {
      ids.add(id(any, "product_version_range", range.toString()));
    }
    return ids;
  }

  private String id(VexComponent component, String category, String version) {
    List<Object> key = List.of(component, category, version);
    String before = known.get(key);
    if (before != null) {
      return before;
    }
    String id = next(key);
    Map<String, Object> product = product(component, id);
    if (category.isEmpty()) {
      names.add(product);
      return id;
    }
    Map<String, Object> leaf = new LinkedHashMap<>();
    leaf.put("category", category);
    leaf.put("name", version);
    leaf.put("product", product);
    Map<String, Object> branch = new LinkedHashMap<>();
    branch.put("category", "product_name");
    branch.put("name", component.label());
    branch.put("branches", List.of(leaf));
    branches.add(branch);
    return id;
  }

  private static Map<String, Object> product(VexComponent component, String id) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("product_id", id);
    product.put("name", component.label());
    Map<String, Object> helper = new LinkedHashMap<>();
    if (!component.cpes().isEmpty()) {
      helper.put("cpe", component.cpes().get(0).toString());
    }
    if (!component.hashes().isEmpty()) {
      List<Map<String, Object>> hashes = new ArrayList<>();
      component
          .hashes()
          .forEach((name, value) -> hashes.add(Map.of("algorithm", name, "value", value)));
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("file_hashes", hashes);
      file.put("filename", component.label());
      helper.put("hashes", List.of(file));
    }
    if (!component.purls().isEmpty()) {
      helper.put("purl", component.purls().get(0).toString());
    }
    if (!helper.isEmpty()) {
      product.put("product_identification_helper", helper);
    }
    return product;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!branches.isEmpty()) {
      tree.put("branches", branches);
    }
    if (!names.isEmpty()) {
      tree.put("full_product_names", names);
    }
    if (!relationships.isEmpty()) {
      tree.put("relationships", relationships);
    }
    return tree;
  }
}
