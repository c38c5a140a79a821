package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexProduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The products of a product tree of CSAF 2.0 (section 3.2.2) by their ids: of branches, of full
 * names, and of relationships, which put a component into or onto others. Not thread-safe.
 */
final class CsafProducts {
  private static final int DEEPEST = 30;
  private static final int MOST = 1_000_000;
  private static final int MOST_PLACES = 10;

  private final Map<String, VexProduct> products = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, Relationship> relationships = new HashMap<>();

  /** Relationships that were resolved, or are: one within itself is never asked twice. */
  private final Set<String> asked = new HashSet<>();

  private final Consumer<String> problems;

  /** A component in its place; it is resolved when it is asked for. */
  private record Relationship(String component, String place) {}

  CsafProducts(JsonFields tree, Consumer<String> problems) {
    this.problems = problems;
    branches(tree, 0);
    tree.objects("full_product_names").forEach(product -> add(product, "", ""));
    for (JsonFields relationship : tree.objects("relationships")) {
      String id = relationship.object("full_product_name").text("product_id");
      relationships.put(
          id,
          new Relationship(
              relationship.text("product_reference"),
              relationship.text("relates_to_product_reference")));
    }
    for (JsonFields group : tree.objects("product_groups")) {
      groups.put(group.text("group_id"), group.texts("product_ids"));
    }
  }

  private void branches(JsonFields parent, int depth) {
    if (depth == DEEPEST) {
      problems.accept("product_tree has branches deeper than " + DEEPEST + "; flatten them");
      return;
    }
    for (JsonFields branch : parent.objects("branches")) {
      if (branch.has("product")) {
        add(branch.object("product"), branch.text("category"), branch.text("name"));
      }
      branches(branch, depth + 1);
    }
  }

  private void add(JsonFields product, String category, String branch) {
    String id = product.text("product_id");
    if (products.size() == MOST || id.isEmpty()) {
      return;
    }
    ComponentNames names =
        new ComponentNames(problem -> problems.accept("product '" + id + "': " + problem));
    JsonFields helper = product.object("product_identification_helper");
    names.purl(helper.text("purl")).cpe(helper.text("cpe"));
    for (JsonFields file : helper.objects("hashes")) {
      for (JsonFields hash : file.objects("file_hashes")) {
        names.hash(hash.text("algorithm"), hash.text("value"));
      }
    }
    names.called(product.text("name"));
    if (category.equals("product_version_range")) {
      names.range(branch);
    }
    names.component().map(one -> of(one, category, branch)).ifPresent(one -> products.put(id, one));
  }

  /**
   * Names without a version mean that of their branch; a package URL whose branch is called like
   * the package means any, as those do that write of packages for which there is no update.
   */
  private static VexProduct of(VexComponent named, String category, String branch) {
    boolean anyVersion =
        named.purls().stream().allMatch(purl -> purl.version().isEmpty())
            && named.cpes().stream().allMatch(cpe -> cpe.value(CpeAttribute.VERSION).isAny());
    boolean sameName = named.purls().stream().anyMatch(purl -> purl.name().equals(branch));
    return VexProduct.of(
        category.equals("product_version") && anyVersion && !sameName && !branch.isBlank()
            ? named.in(List.of(ShownText.of(branch.strip(), 1_000)), List.of())
            : named);
  }

  /** The ids that an object lists, of groups too. */
  Set<String> ids(JsonFields of) {
    Set<String> ids = new LinkedHashSet<>(of.texts("product_ids"));
    for (String group : of.texts("group_ids")) {
      ids.addAll(groups.getOrDefault(group, List.of()));
    }
    return ids;
  }

  /** The product of an id; empty if the tree has none, or none that can be told. */
  Optional<VexProduct> product(String id) {
    return product(id, 0);
  }

  private Optional<VexProduct> product(String id, int depth) {
    VexProduct known = products.get(id);
    Relationship relationship = relationships.get(id);
    if (known != null || relationship == null || depth == DEEPEST || !asked.add(id)) {
      return Optional.ofNullable(known);
    }
    Optional<VexProduct> component = product(relationship.component, depth + 1);
    Optional<VexProduct> place = product(relationship.place, depth + 1);
    if (component.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    Set<VexComponent> within = new LinkedHashSet<>(component.get().within());
    within.add(place.get().component());
    within.addAll(place.get().within());
    if (within.size() > MOST_PLACES) {
      return Optional.empty();
    }
    VexProduct both = new VexProduct(component.get().component(), new ArrayList<>(within));
    products.put(id, both);
    return Optional.of(both);
  }
}
