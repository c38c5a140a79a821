package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexComponent;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexJustification;
import io.eventsec.core.vuln.vex.VexProduct;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatus;
import io.eventsec.core.vuln.vex.VexVulnerability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads analyses of vulnerabilities in CycloneDX 1.4 to 1.7, from JSON or from XML that was brought
 * to the same form. A vulnerability without an analysis states nothing. Of versions that are
 * listed, those that are affected, or of which nothing is said, are the ones that were analysed;
 * those that are unaffected are not affected whatever the analysis says.
 */
final class CycloneDxVex {
  private static final List<String> STATES =
      List.of(
          "resolved",
          "resolved_with_pedigree",
          "exploitable",
          "in_triage",
          "false_positive",
          "not_affected");
  private static final VexClaim UNAFFECTED =
      new VexClaim(
          VexStatus.NOT_AFFECTED, Optional.empty(), "", "The version is listed as unaffected", "");

  private final JsonFields bom;
  private final BomReferences references;
  private final VexDraft draft;

  private CycloneDxVex(JsonFields bom, BomReferences references, VexDraft draft) {
    this.bom = bom;
    this.references = references;
    this.draft = draft;
  }

  /**
   * Reads a document.
   *
   * @param references of other documents; those of this one are added
   */
  static VexDocument read(JsonFields bom, BomReferences references) {
    JsonFields metadata = bom.object("metadata");
    VexDraft draft =
        new VexDraft(bom.text("serialNumber"), author(metadata), metadata, "timestamp");
    references.add(bom, draft::problem);
    return new CycloneDxVex(bom, references, draft).read();
  }

  private static String author(JsonFields metadata) {
    for (JsonFields author : metadata.objects("authors")) {
      return author.text("name");
    }
    for (String organisation : List.of("manufacturer", "supplier", "manufacture")) {
      String name = metadata.object(organisation).text("name");
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }

  private VexDocument read() {
    int number = 0;
    for (JsonFields vulnerability : bom.objects("vulnerabilities")) {
      number++;
      JsonFields analysis = vulnerability.object("analysis");
      if (!analysis.has("state")) {
        continue;
      }
      String place = "vulnerability " + number;
      try {
        statements(
            vulnerability, claim(vulnerability, analysis), p -> draft.problem(place + ": " + p));
      } catch (UnreadableVexException e) {
        draft.problem(place + ": " + e.getMessage());
      }
    }
    return draft.document();
  }

  private void statements(JsonFields of, VexClaim claim, Consumer<String> problems)
      throws UnreadableVexException {
    List<String> aliases = new ArrayList<>();
    of.objects("references").forEach(reference -> aliases.add(reference.text("id")));
    VexVulnerability vulnerability =
        VexDraft.vulnerability("id", of.text("id"), aliases, of.text("description"));
    VexSource source = draft.source(of.object("analysis"), List.of("lastUpdated", "firstIssued"));
    Map<VexClaim, List<VexProduct>> byClaim = new LinkedHashMap<>();
    for (JsonFields affected : of.objects("affects")) {
      String reference = affected.text("ref");
      Optional<VexComponent> component = references.component(bom, reference, problems);
      if (component.isEmpty()) {
        problems.accept(
            "the reference '"
                + ShownText.of(reference)
                + "' means no component that is known; use a bom-ref of this document, a BOM-Link"
                + " to one that is given too, or a package URL");
        continue;
      }
      for (Map.Entry<VexClaim, VexComponent> one :
          versions(component.get(), affected, claim, problems).entrySet()) {
        byClaim
            .computeIfAbsent(one.getKey(), any -> new ArrayList<>())
            .add(VexProduct.of(one.getValue()));
      }
    }
    if (byClaim.isEmpty()) {
      draft.add(vulnerability, List.of(), claim, source);
    }
    for (Map.Entry<VexClaim, List<VexProduct>> one : byClaim.entrySet()) {
      draft.add(vulnerability, one.getValue(), one.getKey(), source);
    }
  }

  /** The component, with those of the listed versions for which each claim is made. */
  private static Map<VexClaim, VexComponent> versions(
      VexComponent component, JsonFields affected, VexClaim claim, Consumer<String> problems)
      throws UnreadableVexException {
    List<JsonFields> listed = affected.objects("versions");
    if (listed.isEmpty()) {
      return Map.of(claim, component);
    }
    Map<VexClaim, ComponentNames> byClaim = new LinkedHashMap<>();
    for (JsonFields version : listed) {
      ComponentNames names =
          byClaim.computeIfAbsent(
              claim(version.text("status"), claim), any -> new ComponentNames(problems));
      if (version.has("range")) {
        names.range(version.text("range"));
      } else {
        names.version(version.text("version"));
      }
    }
    Map<VexClaim, VexComponent> components = new LinkedHashMap<>();
    byClaim.forEach(
        (of, names) ->
            // Without a version that can be read it would be any.
            names
                .name("any")
                .component()
                .filter(VexComponent::hasVersions)
                .ifPresent(in -> components.put(of, component.in(in.versions(), in.ranges()))));
    return components;
  }

  private static VexClaim claim(String status, VexClaim analysed) throws UnreadableVexException {
    return switch (status) {
      case "", "affected" -> analysed;
      case "unaffected" -> analysed.status() == VexStatus.NOT_AFFECTED ? analysed : UNAFFECTED;
      case "unknown" -> VexClaim.of(VexStatus.UNDER_INVESTIGATION);
      default ->
          throw OpenVex.unknown(
              "affects.versions.status", status, List.of("affected", "unaffected", "unknown"));
    };
  }

  private static VexClaim claim(JsonFields vulnerability, JsonFields analysis)
      throws UnreadableVexException {
    String state = analysis.text("state");
    String written = analysis.text("justification");
    Optional<VexJustification> justification = VexJustification.ofCycloneDx(written);
    if (justification.isEmpty() && !written.isEmpty()) {
      throw new UnreadableVexException(
          "'analysis.justification' is '"
              + ShownText.of(written)
              + "', none of CycloneDX's nine; use one like code_not_reachable");
    }
    boolean own =
        justification.map(VexJustification::cycloneDxLabel).filter(written::equals).isPresent();
    return new VexClaim(
        status(state),
        justification,
        own ? "" : written,
        VexDraft.text(analysis.text("detail")),
        action(vulnerability, analysis));
  }

  private static VexStatus status(String state) throws UnreadableVexException {
    return switch (state) {
      case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
      case "exploitable" -> VexStatus.AFFECTED;
      case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
      case "false_positive", "not_affected" -> VexStatus.NOT_AFFECTED;
      default -> throw OpenVex.unknown("analysis.state", state, STATES);
    };
  }

  /** What is recommended, else a workaround, else what the author answers. */
  private static String action(JsonFields vulnerability, JsonFields analysis) {
    for (String field : List.of("recommendation", "workaround")) {
      if (!vulnerability.text(field).isBlank()) {
        return VexDraft.text(vulnerability.text(field));
      }
    }
    return VexDraft.text(String.join(", ", analysis.texts("response")));
  }
}
