package io.eventsec.core.fuzz;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.UnreadableInventoryException;
import io.eventsec.core.vuln.purl.PackageUrl;

/** Any document is an inventory or refused, and what was read can be shown. */
public final class InventoryFuzz {
  private static final InventoryReader READER = new InventoryReader();

  private InventoryFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] document) {
    try {
      SoftwareInventory inventory = READER.read(document);
      for (SoftwareComponent component : inventory.components()) {
        component.purl().ifPresent(purl -> VersionFuzz.same(purl, PackageUrl::parse));
        component.cpes().forEach(name -> VersionFuzz.same(name, CpeName::parse));
      }
    } catch (UnreadableInventoryException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("Refused without a reason", e);
      }
    }
  }
}
