package io.eventsec.app.api;

import io.eventsec.core.vuln.vex.FindingStatements;
import io.eventsec.core.vuln.vex.VexPosition;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexWriter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * Findings as a document of VEX. What fails on the way breaks the answer off, so that nobody takes
 * a part for the whole.
 *
 * @param subject what it is about, for people
 * @param positions vulnerability by vulnerability; read once
 * @param format of the document
 * @param hosts which statements name the assets that they are about
 */
record VexExport(
    String subject,
    Iterator<VexPosition> positions,
    VexFormat format,
    FindingStatements.Hosts hosts)
    implements StreamingOutput {
  @Override
  public void write(OutputStream out) throws IOException {
    VexSource source =
        new VexSource(
            "urn:uuid:" + UUID.randomUUID(),
            VexSource.OURS,
            Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      new VexWriter()
          .write(
              source,
              FindingStatements.byVulnerability(positions, source, hosts),
              format,
              subject,
              text);
    } catch (IllegalArgumentException e) {
      throw new IOException("The document breaks off: " + e.getMessage(), e);
    }
  }
}
