package io.eventsec.core.vuln.vex.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.internal.CycloneDxXml;
import io.eventsec.core.vuln.vex.VexDocument;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads VEX, whatever it is written in: OpenVEX 0.2.0, CycloneDX 1.4 to 1.7 as JSON or XML, CSAF
 * 2.0. One bad statement does not spoil the others. Thread-safe.
 */
public final class VexReader {
  private static final int LONGEST = 256 << 20;

  private final Optional<JsonFields> bom;

  /** A reader that knows no other documents. */
  public VexReader() {
    this(Optional.empty());
  }

  private VexReader(Optional<JsonFields> bom) {
    this.bom = bom;
  }

  /**
   * A reader that knows what BOM-Links to a document mean.
   *
   * @param inventory the document; one that is no CycloneDX has nothing that could be linked to
   */
  public static VexReader knowing(byte[] inventory) {
    try {
      JsonFields fields = fields(inventory);
      return new VexReader(isCycloneDx(fields) ? Optional.of(fields) : Optional.empty());
    } catch (UnreadableVexException e) {
      return new VexReader();
    }
  }

  /**
   * Reads a document.
   *
   * @param document all of it, UTF-8, at most 256 MiB
   * @throws UnreadableVexException if it is none of them
   */
  public VexDocument read(byte[] document) throws UnreadableVexException {
    JsonFields fields = fields(document);
    if (fields.text("@context").startsWith(OpenVex.CONTEXT)) {
      return OpenVex.read(fields);
    }
    if (isCycloneDx(fields)) {
      BomReferences references = new BomReferences();
      // What it has no names for there is the inventory's business, and told by its reader.
      bom.ifPresent(known -> references.add(known, problem -> {}));
      return CycloneDxVex.read(fields, references);
    }
    if (fields.object("document").has("csaf_version")) {
      return CsafVex.read(fields);
    }
    throw new UnreadableVexException(
        "The object is neither OpenVEX ('@context' "
            + OpenVex.CONTEXT
            + "), nor CycloneDX ('bomFormat'), nor CSAF ('document.csaf_version'); write one of"
            + " them");
  }

  private static boolean isCycloneDx(JsonFields fields) {
    return fields.text("bomFormat").equals("CycloneDX");
  }

  private static JsonFields fields(byte[] document) throws UnreadableVexException {
    if (document.length > LONGEST) {
      throw new UnreadableVexException(
          "The document has " + document.length + " bytes; at most " + LONGEST + " are read");
    }
    try {
      return isXml(document)
          ? CycloneDxXml.read(document)
          : new JsonFields(
              PlainJsonReader.object(document)
                  .orElseThrow(
                      () ->
                          new UnreadableVexException(
                              "Not one object {...} with nothing behind it")));
    } catch (JsonProcessingException e) {
      throw new UnreadableVexException("No JSON: " + ShownText.of(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UnreadableVexException(
          isXml(document) ? String.valueOf(e.getMessage()) : "Not UTF-8, as JSON must be", e);
    }
  }

  private static boolean isXml(byte[] document) {
    for (byte one : document) {
      boolean mark = one == (byte) 0xEF || one == (byte) 0xBB || one == (byte) 0xBF;
      if (!mark && one > ' ') {
        return one == '<';
      }
    }
    return false;
  }
}
