package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Brings one {@code <Event>} to flat fields. No DTD is read and no entity but XML's own five, so a
 * line can neither grow nor reach for anything outside of it. For one event.
 */
final class WindowsXmlReader {
  private static final int DEEPEST = 32;
  private static final int MOST_FIELDS = 1_500;
  private static final int LONGEST_NAME = 256;

  /** Attributes of the head by their element and their name. */
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("Provider.Name", "Provider_Name"),
          Map.entry("Provider.Guid", "Provider_Guid"),
          Map.entry("Provider.EventSourceName", "EventSourceName"),
          Map.entry("TimeCreated.SystemTime", "SystemTime"),
          Map.entry("EventID.Qualifiers", "Qualifiers"),
          Map.entry("Correlation.ActivityID", "ActivityID"),
          Map.entry("Correlation.RelatedActivityID", "RelatedActivityID"),
          // Of the service that writes the log: in an event's data the names mean another process.
          Map.entry("Execution.ProcessID", "Execution_ProcessID"),
          Map.entry("Execution.ThreadID", "Execution_ThreadID"),
          Map.entry("Security.UserID", "UserID"));

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable String dataName;
  private boolean hasInner;

  private WindowsXmlReader() {}

  /** The event's fields; empty if the text is no event of Windows. */
  static Optional<NativeRecord> read(String xml) {
    WindowsXmlReader reader = new WindowsXmlReader();
    try {
      XMLStreamReader stream = factory().createXMLStreamReader(new StringReader(xml));
      boolean whole = reader.all(stream);
      stream.close();
      return whole && reader.fields.containsKey("EventID")
          ? Optional.of(new NativeRecord(reader.finished()))
          : Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  /** That of the JDK, whatever else is there; one each, since it isn't safe to share. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private boolean all(XMLStreamReader stream) throws XMLStreamException {
    while (stream.hasNext()) {
      switch (stream.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(stream);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(stream.getText());
        default -> {
          // remarks say nothing
        }
      }
      if (path.size() > DEEPEST || fields.size() > MOST_FIELDS) {
        return false;
      }
    }
    return true;
  }

  private void start(XMLStreamReader stream) {
    path.push(stream.getLocalName());
    text.setLength(0);
    hasInner = false;
    dataName = stream.getAttributeValue(null, "Name");
    if (isIn("System")) {
      for (int i = 0; i < stream.getAttributeCount(); i++) {
        String name = ATTRIBUTES.get(path.peek() + "." + stream.getAttributeLocalName(i));
        if (name != null) {
          add(name, stream.getAttributeValue(i));
        }
      }
    }
  }

  private void end() {
    String element = path.pop();
    if (!hasInner) {
      leaf(element, text.toString());
    }
    hasInner = true;
    text.setLength(0);
  }

  /** An element that has no others inside. */
  private void leaf(String element, String value) {
    String data = dataName;
    if (path.contains("RenderingInfo")) {
      add(element.equals("Message") ? element : "RenderingInfo." + element, value.strip());
    } else if (path.contains("UserData")) {
      add(element, value);
    } else if (path.contains("EventData")) {
      add(element.equals("Data") && data != null ? data : element, value);
    } else if (!element.equals("EventData") && path.contains("System")) {
      add(element, value.strip());
    }
  }

  private boolean isIn(String element) {
    return path.size() > 1 && path.contains(element);
  }

  private void add(String name, String value) {
    if (value.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME) {
      return;
    }
    Object before = fields.putIfAbsent(name, value);
    if (before instanceof ArrayList<?>) {
      several(before).add(value);
    } else if (before != null) {
      List<Object> several = new ArrayList<>(4);
      several.add(before);
      several.add(value);
      fields.put(name, several);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> several(Object list) {
    return (List<Object>) list;
  }

  private Map<String, Object> finished() {
    fields.replaceAll((name, value) -> value instanceof List<?> list ? List.copyOf(list) : value);
    return fields;
  }
}
