package io.eventsec.core.vuln.inventory;

import io.eventsec.core.internal.JsonFields;
import java.util.Locale;

/** What SPDX says of packages: 2.2 and 2.3 as JSON, and 3.0 as JSON-LD. */
final class Spdx {
  private Spdx() {}

  /** SPDX 2: <a href="https://spdx.github.io/spdx-spec/v2.3/package-information/">clause 7</a>. */
  static SoftwareInventory read2(JsonFields document) throws UnreadableInventoryException {
    InventoryDraft inventory = new InventoryDraft();
    inventory.subject(document.text("name"));
    inventory.taken(document.object("creationInfo").time("created"));
    for (JsonFields one : document.objects("packages")) {
      if (one.text("primaryPackagePurpose").equals("OPERATING-SYSTEM")) {
        inventory.release(one.text("name").toLowerCase(Locale.ROOT), one.text("versionInfo"));
      }
      ComponentDraft draft = inventory.component(one.text("name"), one.text("versionInfo"));
      for (JsonFields reference : one.objects("externalRefs")) {
        String locator = reference.text("referenceLocator");
        switch (reference.text("referenceType")) {
          case "purl" -> draft.purl(locator);
          case "cpe23Type", "cpe22Type" -> draft.cpe(locator);
          default -> {}
        }
      }
      source(one.text("sourceInfo"), draft);
    }
    return inventory.inventory();
  }

  /**
   * As Trivy writes it, {@code built package from: openssl 3.0.11-1}, or Syft: {@code acquired
   * package info from installed python package manifest file: /usr/…/METADATA, /usr/…/RECORD}.
   */
  private static void source(String info, ComponentDraft draft) {
    int path = info.indexOf(": /");
    if (path > 0 && info.startsWith("acquired package info from ")) {
      int comma = info.indexOf(", ", path);
      draft.location(comma < 0 ? info.substring(path + 2) : info.substring(path + 2, comma));
    }
    String start = "built package from: ";
    if (info.startsWith(start)) {
      String built = info.substring(start.length());
      int space = built.indexOf(' ');
      draft.sourceName(space < 0 ? built : built.substring(0, space));
      draft.sourceVersion(space < 0 ? "" : built.substring(space + 1));
    }
  }

  /** SPDX 3.0: the elements of type {@code software_Package} of the graph. */
  static SoftwareInventory read3(JsonFields document) throws UnreadableInventoryException {
    InventoryDraft inventory = new InventoryDraft();
    for (JsonFields element : document.objects("@graph")) {
      switch (element.text("type")) {
        case "software_Package" -> add(element, inventory);
        case "CreationInfo" -> inventory.taken(element.time("created"));
        case "SpdxDocument" -> inventory.subject(element.text("name"));
        default -> {}
      }
    }
    return inventory.inventory();
  }

  private static void add(JsonFields element, InventoryDraft inventory)
      throws UnreadableInventoryException {
    String name = element.text("name");
    String version = element.text("software_packageVersion");
    if (element.text("software_primaryPurpose").equals("operatingSystem")) {
      inventory.release(name.toLowerCase(Locale.ROOT), version);
    }
    ComponentDraft draft = inventory.component(name, version);
    draft.purl(element.text("software_packageUrl"));
    for (JsonFields identifier : element.objects("externalIdentifier")) {
      String text = identifier.text("identifier");
      switch (identifier.text("externalIdentifierType")) {
        case "packageUrl" -> draft.purl(text);
        case "cpe23", "cpe22" -> draft.cpe(text);
        default -> {}
      }
    }
  }
}
