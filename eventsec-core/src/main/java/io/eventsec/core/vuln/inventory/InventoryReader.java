package io.eventsec.core.vuln.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.internal.CycloneDxXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads inventories, whatever they are written in: CycloneDX 1.4 to 1.7 as JSON or XML, SPDX 2.2,
 * 2.3 and 3.0 as JSON, and lists of package URLs or CPE names, one a line. Thread-safe.
 */
public final class InventoryReader {
  private static final int LONGEST = 256 << 20;
  private static final int LONGEST_LINE = 10_000;

  /**
   * Reads a document.
   *
   * @param document all of it, UTF-8, at most 256 MiB
   * @throws UnreadableInventoryException if it is none of them
   */
  public SoftwareInventory read(byte[] document) throws UnreadableInventoryException {
    if (document.length > LONGEST) {
      throw new UnreadableInventoryException(
          "The document has " + document.length + " bytes; at most " + LONGEST + " are read");
    }
    return switch (firstOf(document)) {
      case '{' -> json(document);
      case '<' -> xml(document);
      default -> lines(document);
    };
  }

  /** The first character that says something; 0 if there is none. */
  private static char firstOf(byte[] document) {
    for (byte one : document) {
      boolean mark = one == (byte) 0xEF || one == (byte) 0xBB || one == (byte) 0xBF;
      if (!mark && one > ' ') {
        return (char) one;
      }
    }
    return 0;
  }

  private static SoftwareInventory xml(byte[] document) throws UnreadableInventoryException {
    try {
      return CycloneDx.read(CycloneDxXml.read(document));
    } catch (IOException e) {
      throw new UnreadableInventoryException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SoftwareInventory json(byte[] document) throws UnreadableInventoryException {
    JsonFields fields = object(document);
    if (fields.text("bomFormat").equals("CycloneDX")) {
      return CycloneDx.read(fields);
    }
    if (fields.text("spdxVersion").startsWith("SPDX-2")) {
      return Spdx.read2(fields);
    }
    if (fields.text("@context").contains("spdx.org") && fields.has("@graph")) {
      return Spdx.read3(fields);
    }
    throw new UnreadableInventoryException(
        "The object is neither CycloneDX ('bomFormat') nor SPDX ('spdxVersion' SPDX-2.x, or"
            + " '@context' of 3.0); write one of them");
  }

  private static JsonFields object(byte[] document) throws UnreadableInventoryException {
    try {
      Optional<JsonFields> fields = PlainJsonReader.object(document).map(JsonFields::new);
      return fields.orElseThrow(
          () -> new UnreadableInventoryException("There is something behind the object"));
    } catch (JsonProcessingException e) {
      throw new UnreadableInventoryException("No JSON: " + ShownText.of(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UnreadableInventoryException("Not UTF-8, as JSON must be", e);
    }
  }

  private static SoftwareInventory lines(byte[] document) throws UnreadableInventoryException {
    InventoryDraft inventory = new InventoryDraft();
    int number = 0;
    for (String line : new String(document, StandardCharsets.UTF_8).split("\n")) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      boolean purl = text.startsWith("pkg:");
      if (!purl && !text.startsWith("cpe:") || text.length() > LONGEST_LINE) {
        throw new UnreadableInventoryException(
            "Line "
                + number
                + ", '"
                + ShownText.of(text)
                + "', is no package URL and no CPE name; write CycloneDX, SPDX or one of those a"
                + " line");
      }
      named(inventory, text, purl);
    }
    return inventory.inventory();
  }

  private static void named(InventoryDraft inventory, String text, boolean purl)
      throws UnreadableInventoryException {
    ComponentDraft draft = inventory.component("", "");
    if (purl) {
      draft.purl(text);
    } else {
      draft.cpe(text);
    }
  }
}
