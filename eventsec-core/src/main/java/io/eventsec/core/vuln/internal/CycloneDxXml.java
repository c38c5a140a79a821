package io.eventsec.core.vuln.internal;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Brings CycloneDX from XML to the form that it has in JSON. No document type is read and no entity
 * replaced.
 */
public final class CycloneDxXml {
  private static final int DEEPEST = 200;
  private static final int LONGEST_TEXT = 100_000;

  /** What is a list in JSON. */
  private static final Set<String> LISTS =
      Set.of(
          "components",
          "properties",
          "occurrences",
          "vulnerabilities",
          "references",
          "affects",
          "versions",
          "authors",
          "hashes");

  private static final Set<String> OBJECTS =
      Set.of("bom", "metadata", "component", "property", "evidence", "occurrence", "analysis");

  private CycloneDxXml() {}

  /**
   * Reads a document.
   *
   * @param xml all of it
   * @throws IOException if it is no CycloneDX, naming what is wrong, and the rule
   */
  public static JsonFields read(byte[] xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return root(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | MissingResourceException e) {
      // The JDK's parser has no words for some faults of a document type, and says so.
      throw new IOException("No XML: " + ShownText.of(String.valueOf(e.getMessage())), e);
    }
  }

  private static JsonFields root(XMLStreamReader reader) throws XMLStreamException, IOException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new IOException(
            "The document has a document type declaration; CycloneDX has none, leave it out");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String namespace = String.valueOf(reader.getNamespaceURI());
        if (!reader.getLocalName().equals("bom") || !namespace.contains("cyclonedx.org/schema/")) {
          throw new IOException(
              "The root is '"
                  + ShownText.of(reader.getLocalName())
                  + "', not 'bom' of CycloneDX; no other XML is read here");
        }
        Map<String, Object> bom = object(reader, 0);
        bom.put("bomFormat", "CycloneDX");
        return new JsonFields(bom);
      }
    }
    throw new IOException("The document has no root");
  }

  private static Map<String, Object> object(XMLStreamReader reader, int depth)
      throws XMLStreamException, IOException {
    if (depth > DEEPEST) {
      throw new IOException("Elements are nested more than " + DEEPEST + " deep; flatten them");
    }
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      fields.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        fields.putIfAbsent("value", text.toString().strip());
        return fields;
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        if (text.length() < LONGEST_TEXT) {
          text.append(reader.getText());
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        child(reader, fields, depth);
      }
    }
  }

  private static void child(XMLStreamReader reader, Map<String, Object> fields, int depth)
      throws XMLStreamException, IOException {
    String name = reader.getLocalName();
    if (LISTS.contains(name)) {
      fields.put(name, list(reader, depth + 1));
      return;
    }
    Map<String, Object> child = object(reader, depth + 1);
    fields.putIfAbsent(name, OBJECTS.contains(name) ? child : child.getOrDefault("value", ""));
  }

  private static List<Object> list(XMLStreamReader reader, int depth)
      throws XMLStreamException, IOException {
    List<Object> list = new ArrayList<>();
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return list;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        list.add(object(reader, depth));
      }
    }
  }
}
