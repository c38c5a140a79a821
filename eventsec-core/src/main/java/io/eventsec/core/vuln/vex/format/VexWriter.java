package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.internal.PlainJsonWriter;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * Writes VEX so that {@link VexReader} reads the same statements. Each format has its limits: where
 * one has room for one name of a kind, the first is written; what it cannot say without meaning
 * more than was meant is refused. Thread-safe.
 */
public final class VexWriter {
  private static final String NO_REASON = "No reason was given";
  private static final String NO_ACTION = "No action is known";

  /**
   * Writes a document.
   *
   * @param document whose source has a time, and an id that is an IRI: {@code urn:uuid:…}
   * @param subject what it is about, for people
   * @return JSON, on one line
   * @throws IllegalArgumentException if the format cannot say it, naming what, and one that can
   */
  public String write(VexDocument document, VexFormat format, String subject) throws IOException {
    Map<String, Object> json =
        switch (format) {
          case OPENVEX -> new OpenVexWriter().document(document);
          case CYCLONEDX -> new CycloneDxVexWriter().document(document, subject);
          case CSAF -> new CsafWriter().document(document, subject);
        };
    return PlainJsonWriter.write(json);
  }

  /** The time of a document, which all formats ask for. */
  static Instant time(VexDocument document) {
    return document
        .source()
        .time()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The document has no time; VEX is a sequence of statements, give it one"));
  }

  /** The claim with the words that OpenVEX and CSAF ask for. */
  static VexClaim complete(VexClaim claim) {
    boolean unfounded =
        claim.status() == VexStatus.NOT_AFFECTED
            && claim.justification().isEmpty()
            && claim.impact().isEmpty();
    boolean helpless = claim.status() == VexStatus.AFFECTED && claim.action().isEmpty();
    return new VexClaim(
        claim.status(),
        claim.justification(),
        claim.written(),
        unfounded ? NO_REASON : claim.impact(),
        helpless ? NO_ACTION : claim.action());
  }

  /** Adds a text that says something. */
  static void put(Map<String, Object> object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, text);
    }
  }
}
