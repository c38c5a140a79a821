package io.eventsec.core.vuln.inventory;

import io.eventsec.core.internal.JsonFields;
import java.util.Locale;

/**
 * What CycloneDX 1.4 to 1.7 says of components (ECMA-424), read from JSON or from XML that was
 * brought to the same form. Of properties those of Syft, Trivy and of {@link CycloneDxWriter} are
 * known, which name sources of packages, streams of modules, further CPE names and places.
 */
final class CycloneDx {
  private static final int DEEPEST = 50;

  private CycloneDx() {}

  static SoftwareInventory read(JsonFields bom) throws UnreadableInventoryException {
    InventoryDraft inventory = new InventoryDraft();
    JsonFields metadata = bom.object("metadata");
    JsonFields subject = metadata.object("component");
    inventory.taken(metadata.time("timestamp"));
    inventory.subject(subject.text("name"));
    if (!subject.text("purl").isEmpty() || !subject.text("cpe").isEmpty()) {
      add(subject, inventory);
    }
    readAll(subject, inventory, 0);
    readAll(bom, inventory, 0);
    return inventory.inventory();
  }

  private static void readAll(JsonFields parent, InventoryDraft inventory, int depth)
      throws UnreadableInventoryException {
    if (depth > DEEPEST) {
      throw new UnreadableInventoryException(
          "Components are nested more than " + DEEPEST + " deep; flatten them");
    }
    for (JsonFields component : parent.objects("components")) {
      if (component.text("type").equals("operating-system")) {
        operatingSystem(component, inventory);
      }
      add(component, inventory);
      readAll(component, inventory, depth + 1);
    }
  }

  private static void operatingSystem(JsonFields component, InventoryDraft inventory) {
    String id = component.text("name");
    String version = component.text("version");
    for (JsonFields property : component.objects("properties")) {
      String value = property.text("value");
      switch (property.text("name")) {
        case "syft:distro:id" -> id = value;
        case "syft:distro:versionID" -> version = value;
        default -> {}
      }
    }
    inventory.release(id.toLowerCase(Locale.ROOT), version);
  }

  private static void add(JsonFields component, InventoryDraft inventory)
      throws UnreadableInventoryException {
    String group = component.text("group");
    String name = component.text("name");
    ComponentDraft draft =
        inventory.component(group.isEmpty() ? name : group + '/' + name, component.text("version"));
    draft.purl(component.text("purl"));
    draft.cpe(component.text("cpe"));
    for (JsonFields property : component.objects("properties")) {
      property(property.text("name"), property.text("value"), draft);
    }
    component
        .object("evidence")
        .objects("occurrences")
        .forEach(occurrence -> draft.location(occurrence.text("location")));
  }

  private static void property(String name, String value, ComponentDraft draft) {
    switch (name) {
      case "syft:cpe23", CycloneDxWriter.CPE -> draft.cpe(value);
      case "aquasecurity:trivy:SrcName", "syft:metadata:source", CycloneDxWriter.SOURCE_NAME ->
          draft.sourceName(value);
      case "aquasecurity:trivy:SrcVersion",
          "syft:metadata:sourceVersion",
          CycloneDxWriter.SOURCE_VERSION ->
          draft.sourceVersion(value);
      case CycloneDxWriter.RELEASE -> draft.release(value);
      case "aquasecurity:trivy:SrcRelease" -> draft.sourceRelease(value);
      case "aquasecurity:trivy:SrcEpoch" -> draft.sourceEpoch(value);
      case "aquasecurity:trivy:Modularitylabel",
          "syft:metadata:modularityLabel",
          CycloneDxWriter.MODULE ->
          draft.module(value);
      case "aquasecurity:trivy:FilePath", "syft:location:0:path" -> draft.location(value);
      default -> {}
    }
  }
}
