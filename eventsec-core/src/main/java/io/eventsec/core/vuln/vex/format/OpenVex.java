package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexStatus;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads OpenVEX 0.2.0 (its specification, "Document Struct Fields" and what follows): times go down
 * from the document to its statements, products are components with subcomponents. The texts that
 * were vulnerabilities and products before 0.2.0 are read too.
 */
final class OpenVex {
  static final String CONTEXT = "https://openvex.dev/ns";

  private OpenVex() {}

  static VexDocument read(JsonFields document) {
    String time = document.text("last_updated").isEmpty() ? "timestamp" : "last_updated";
    VexDraft draft = new VexDraft(document.text("@id"), document.text("author"), document, time);
    int number = 0;
    for (JsonFields statement : document.objects("statements")) {
      number++;
      String place = "statement " + number;
      try {
        statement(statement, draft, problem -> draft.problem(place + ": " + problem));
      } catch (UnreadableVexException e) {
        draft.problem(place + ": " + e.getMessage());
      }
    }
    return draft.document();
  }

  private static void statement(JsonFields statement, VexDraft draft, Consumer<String> problems)
      throws UnreadableVexException {
    draft.add(
        vulnerability(statement),
        products(statement, problems),
        claim(statement),
        draft.source(statement, List.of("last_updated", "timestamp")));
  }

  private static VexVulnerability vulnerability(JsonFields statement)
      throws UnreadableVexException {
    JsonFields named = statement.object("vulnerability");
    String id = named.text("name");
    if (id.isEmpty()) {
      id = statement.text("vulnerability");
    }
    return VexDraft.vulnerability(
        "vulnerability.name", id, named.texts("aliases"), named.text("description"));
  }

  private static VexClaim claim(JsonFields statement) throws UnreadableVexException {
    VexStatus status =
        VexStatus.ofLabel(statement.text("status"))
            .orElseThrow(
                () ->
                    unknown(
                        "status",
                        statement.text("status"),
                        Arrays.stream(VexStatus.values()).map(VexStatus::label).toList()));
    String impact = VexDraft.text(statement.text("impact_statement"));
    Optional<VexJustification> justification = justification(statement.text("justification"));
    boolean unfounded = justification.isEmpty() && impact.isEmpty();
    if (status == VexStatus.NOT_AFFECTED && unfounded) {
      throw new UnreadableVexException(
          "'not_affected' has neither 'justification' nor 'impact_statement'; say why it is not"
              + " affected");
    }
    return new VexClaim(
        status, justification, "", impact, VexDraft.text(statement.text("action_statement")));
  }

  private static Optional<VexJustification> justification(String label)
      throws UnreadableVexException {
    Optional<VexJustification> known = VexJustification.ofLabel(label);
    if (known.isEmpty() && !label.isEmpty()) {
      throw unknown(
          "justification",
          label,
          Arrays.stream(VexJustification.values()).map(VexJustification::label).toList());
    }
    return known;
  }

  static UnreadableVexException unknown(String field, String value, List<String> known) {
    return new UnreadableVexException(
        "'"
            + field
            + "' is '"
            + ShownText.of(value)
            + "'; use one of "
            + known.stream().collect(Collectors.joining(", ")));
  }

  private static List<VexProduct> products(JsonFields statement, Consumer<String> problems) {
    List<VexProduct> products = new ArrayList<>();
    for (JsonFields product : statement.objects("products")) {
      Optional<VexComponent> component = component(product, problems);
      if (component.isEmpty()) {
        continue;
      }
      if (!hasParts(product)) {
        products.add(VexProduct.of(component.get()));
      }
      addAll(component.get(), parts(product, problems), products);
    }
    List<VexComponent> parts = parts(statement, problems);
    for (String name : statement.texts("products")) {
      Optional<VexComponent> component = new ComponentNames(problems).name(name).component();
      if (component.isPresent() && !hasParts(statement)) {
        products.add(VexProduct.of(component.get()));
      } else if (component.isPresent()) {
        addAll(component.get(), parts, products);
      }
    }
    return products;
  }

  /** Parts of which none can be read are parts nevertheless: not all of the product is meant. */
  private static boolean hasParts(JsonFields of) {
    return of.values().get("subcomponents") instanceof List<?> parts && !parts.isEmpty();
  }

  private static void addAll(
      VexComponent product, List<VexComponent> parts, List<VexProduct> products) {
    parts.forEach(part -> products.add(new VexProduct(part, List.of(product))));
  }

  private static List<VexComponent> parts(JsonFields of, Consumer<String> problems) {
    List<VexComponent> parts = new ArrayList<>();
    for (JsonFields part : of.objects("subcomponents")) {
      component(part, problems).ifPresent(parts::add);
    }
    for (String name : of.texts("subcomponents")) {
      new ComponentNames(problems).name(name).component().ifPresent(parts::add);
    }
    return parts;
  }

  private static Optional<VexComponent> component(JsonFields named, Consumer<String> problems) {
    ComponentNames names = new ComponentNames(problems).name(named.text("@id"));
    JsonFields identifiers = named.object("identifiers");
    names.purl(identifiers.text("purl"));
    names.cpe(identifiers.text("cpe23"));
    names.cpe(identifiers.text("cpe22"));
    JsonFields hashes = named.object("hashes");
    hashes.values().keySet().forEach(algorithm -> names.hash(algorithm, hashes.text(algorithm)));
    return names.component();
  }
}
