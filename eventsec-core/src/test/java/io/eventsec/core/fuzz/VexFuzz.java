package io.eventsec.core.fuzz;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.vex.Findings;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexSet;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.format.UnreadableVexException;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexReader;
import io.eventsec.core.vuln.vex.format.VexWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Any document is VEX or refused; what was read has products and can be asked, and what is written
 * of it is VEX again.
 */
public final class VexFuzz {
  private static final SoftwareComponent COMPONENT =
      SoftwareComponent.of(PackageUrl.parse("pkg:npm/a@1.0.0"));
  private static final SoftwareInventory INVENTORY = Findings.inventory(COMPONENT);

  private VexFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    VexDocument document;
    try {
      document = VexReader.knowing(input).read(input);
    } catch (UnreadableVexException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("Refused without a reason", e);
      }
      return;
    }
    for (VexStatement statement : document.statements()) {
      if (statement.products().isEmpty()) {
        throw new IllegalStateException("A statement about nothing: " + statement);
      }
    }
    VexSet.of(document.statements())
        .judge(List.of(Findings.of("CVE-2026-0001", COMPONENT, "GHSA-1")), INVENTORY);
    for (VexFormat format : VexFormat.values()) {
      write(document, format);
    }
  }

  private static void write(VexDocument document, VexFormat format) throws IOException {
    try {
      String written = new VexWriter().write(document, format, "shop");
      VexDocument again = new VexReader().read(written.getBytes(StandardCharsets.UTF_8));
      if (!again.problems().isEmpty()) {
        throw new IllegalStateException(
            format + " that cannot be read: " + again.problems() + " in " + written);
      }
    } catch (IllegalArgumentException e) {
      // What a format cannot say is refused with a reason.
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("Refused without a reason", e);
      }
    } catch (UnreadableVexException e) {
      throw new IllegalStateException("What was written is no VEX", e);
    }
  }
}
