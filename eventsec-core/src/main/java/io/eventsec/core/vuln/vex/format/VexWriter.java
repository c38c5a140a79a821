package io.eventsec.core.vuln.vex.format;

import io.eventsec.core.internal.PlainJsonWriter;
import io.eventsec.core.vuln.vex.VexClaim;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexSource;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.VexStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    StringWriter json = new StringWriter();
    Collection<List<VexStatement>> groups =
        document.statements().stream()
            .collect(
                Collectors.groupingBy(
                    VexStatement::vulnerability, LinkedHashMap::new, Collectors.toList()))
            .values();
    // The others keep the order of the statements.
    Iterator<List<VexStatement>> parts =
        format == VexFormat.CSAF ? groups.iterator() : List.of(document.statements()).iterator();
    write(document.source(), parts, format, subject, json);
    return json.toString();
  }

  /**
   * Writes a document while its statements come. Of what is said one part is in memory at a time,
   * and what the formats list of components: of these CycloneDX and CSAF take 200,000.
   *
   * @param source with a time, and an id that is an IRI: {@code urn:uuid:…}
   * @param parts of the statements; all of one vulnerability are in one part
   * @param subject what it is about, for people
   * @param out gets JSON on one line; is flushed and left open
   * @throws IllegalArgumentException if the format cannot say it, naming what, and one that can;
   *     what is written then is no JSON
   */
  public void write(
      VexSource source,
      Iterator<List<VexStatement>> parts,
      VexFormat format,
      String subject,
      Writer out)
      throws IOException {
    VexLayout layout =
        switch (format) {
          case OPENVEX -> new OpenVexWriter();
          case CYCLONEDX -> new CycloneDxVexWriter();
          case CSAF -> new CsafWriter();
        };
    Iterator<List<Map<String, Object>>> items =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return parts.hasNext();
          }

          @Override
          public List<Map<String, Object>> next() {
            return layout.items(parts.next());
          }
        };
    PlainJsonWriter.write(out, layout.head(source, subject), layout.list(), items, layout::tail);
  }

  /** The time of a document, which all formats ask for. */
  static Instant time(VexSource source) {
    return source
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
