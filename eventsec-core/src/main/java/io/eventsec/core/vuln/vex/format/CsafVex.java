package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexStatus;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what documents of CSAF 2.0 say of products (sections 3.2.2 and 3.2.3, profile 4.5), of any
 * category. Flags and threats say why a product is not affected, remediations what to do; one that
 * names no products is for all of them.
 */
final class CsafVex {
  static final String VERSION = "2.0";
  private static final String PROFILE = "csaf_vex";
  private static final String ALL = "";

  /** The fields of {@code product_status}; {@code recommended} says nothing of a vulnerability. */
  private static final Map<String, VexStatus> STATUSES = statuses();

  private final JsonFields document;
  private final VexDraft draft;
  private final CsafProducts products;

  private CsafVex(JsonFields document, VexDraft draft, CsafProducts products) {
    this.document = document;
    this.draft = draft;
    this.products = products;
  }

  private static Map<String, VexStatus> statuses() {
    Map<String, VexStatus> statuses = new LinkedHashMap<>();
    statuses.put("known_not_affected", VexStatus.NOT_AFFECTED);
    statuses.put("known_affected", VexStatus.AFFECTED);
    statuses.put("first_affected", VexStatus.AFFECTED);
    statuses.put("last_affected", VexStatus.AFFECTED);
    statuses.put("fixed", VexStatus.FIXED);
    statuses.put("first_fixed", VexStatus.FIXED);
    statuses.put("under_investigation", VexStatus.UNDER_INVESTIGATION);
    return statuses;
  }

  static VexDocument read(JsonFields csaf) throws UnreadableVexException {
    JsonFields document = csaf.object("document");
    if (!document.text("csaf_version").equals(VERSION)) {
      throw new UnreadableVexException(
          "'csaf_version' is '"
              + ShownText.of(document.text("csaf_version"))
              + "'; CSAF "
              + VERSION
              + " is read, write that");
    }
    JsonFields tracking = document.object("tracking");
    VexDraft draft =
        new VexDraft(
            tracking.text("id"),
            document.object("publisher").text("name"),
            tracking,
            "current_release_date");
    CsafProducts products = new CsafProducts(csaf.object("product_tree"), draft::problem);
    return new CsafVex(document, draft, products).read(csaf.objects("vulnerabilities"));
  }

  private VexDocument read(List<JsonFields> vulnerabilities) {
    int number = 0;
    for (JsonFields vulnerability : vulnerabilities) {
      number++;
      String place = "vulnerability " + number;
      try {
        statements(vulnerability, problem -> draft.problem(place + ": " + problem));
      } catch (UnreadableVexException e) {
        draft.problem(place + ": " + e.getMessage());
      }
    }
    return draft.document();
  }

  private void statements(JsonFields of, Consumer<String> problems) throws UnreadableVexException {
    VexVulnerability vulnerability = vulnerability(of);
    Map<String, VexStatus> statuses = statuses(of.object("product_status"), problems);
    Map<String, VexJustification> flags = flags(of, problems);
    Map<String, String> impacts = texts(of.objects("threats"), "impact");
    Map<String, String> actions = texts(of.objects("remediations"), "");
    Map<VexClaim, List<VexProduct>> byClaim = new LinkedHashMap<>();
    for (Map.Entry<String, VexStatus> one : statuses.entrySet()) {
      String id = one.getKey();
      Optional<VexProduct> product = products.product(id);
      if (product.isEmpty()) {
        problems.accept(
            "product '"
                + ShownText.of(id)
                + "' cannot be told; have it in product_tree, with a package URL or a CPE name");
        continue;
      }
      boolean not = one.getValue() == VexStatus.NOT_AFFECTED;
      Optional<VexJustification> flag =
          not ? Optional.ofNullable(flags.getOrDefault(id, flags.get(ALL))) : Optional.empty();
      String impact = impacts.getOrDefault(id, impacts.getOrDefault(ALL, ""));
      if (not && flag.isEmpty() && impact.isEmpty() && isProfile()) {
        problems.accept(
            "product '"
                + ShownText.of(id)
                + "' is known_not_affected without flag and without threat of category 'impact';"
                + " say why it is not affected");
        continue;
      }
      String action = not ? "" : actions.getOrDefault(id, actions.getOrDefault(ALL, ""));
      byClaim
          .computeIfAbsent(
              new VexClaim(one.getValue(), flag, "", impact, action), any -> new ArrayList<>())
          .add(product.get());
    }
    for (Map.Entry<VexClaim, List<VexProduct>> one : byClaim.entrySet()) {
      draft.add(vulnerability, one.getValue(), one.getKey(), draft.source());
    }
  }

  private boolean isProfile() {
    return document.text("category").equals(PROFILE);
  }

  private static VexVulnerability vulnerability(JsonFields of) throws UnreadableVexException {
    List<String> ids = new ArrayList<>();
    of.objects("ids").forEach(id -> ids.add(id.text("text")));
    String id = of.text("cve");
    if (id.isEmpty() && !ids.isEmpty()) {
      id = ids.remove(0);
    }
    String description = "";
    for (JsonFields note : of.objects("notes")) {
      if (note.text("category").equals("description") && description.isEmpty()) {
        description = note.text("text");
      }
    }
    return VexDraft.vulnerability("cve", id, ids, description);
  }

  /** Each product's; one with statuses that contradict each other has none (test 6.1.6). */
  private static Map<String, VexStatus> statuses(JsonFields of, Consumer<String> problems) {
    Map<String, VexStatus> statuses = new LinkedHashMap<>();
    Set<String> torn = new HashSet<>();
    STATUSES.forEach(
        (field, status) -> {
          for (String id : of.texts(field)) {
            VexStatus before = statuses.putIfAbsent(id, status);
            if (before != null && before != status && torn.add(id)) {
              problems.accept(
                  "product '"
                      + ShownText.of(id)
                      + "' is "
                      + before.label()
                      + " and "
                      + status.label()
                      + "; say one of them");
            }
          }
        });
    statuses.keySet().removeAll(torn);
    return statuses;
  }

  private Map<String, VexJustification> flags(JsonFields of, Consumer<String> problems) {
    Map<String, VexJustification> flags = new HashMap<>();
    for (JsonFields flag : of.objects("flags")) {
      String label = flag.text("label");
      Optional<VexJustification> known = VexJustification.ofLabel(label);
      if (known.isEmpty()) {
        problems.accept(
            OpenVex.unknown(
                    "flags.label",
                    label,
                    Arrays.stream(VexJustification.values()).map(VexJustification::label).toList())
                .getMessage());
      } else {
        idsOf(flag).forEach(id -> flags.putIfAbsent(id, known.get()));
      }
    }
    return flags;
  }

  /**
   * The texts of a category by products.
   *
   * @param category empty for any
   */
  private Map<String, String> texts(List<JsonFields> of, String category) {
    Map<String, String> texts = new HashMap<>();
    for (JsonFields one : of) {
      String text = VexDraft.text(one.text("details"));
      if (!text.isEmpty() && (category.isEmpty() || one.text("category").equals(category))) {
        idsOf(one).forEach(id -> texts.putIfAbsent(id, text));
      }
    }
    return texts;
  }

  private Set<String> idsOf(JsonFields of) {
    Set<String> ids = products.ids(of);
    boolean all = ids.isEmpty() && !of.has("product_ids") && !of.has("group_ids");
    return all ? Set.of(ALL) : ids;
  }
}
