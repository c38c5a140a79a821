package io.eventsec.core.ingest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The formats of one decoder, in the order they are asked. Immutable. */
final class KnownFormats {
  private final Map<String, EventFormat> byName = new LinkedHashMap<>();
  private final List<OfJson> json;
  private final List<TextFormat> text;

  /**
   * A format of JSON records.
   *
   * @param carries whether it says what a record carries before it says whether it knows the record
   */
  record OfJson(EventFormat format, boolean carries) {
    private OfJson(EventFormat format) {
      this(format, format instanceof CarrierFormat);
    }
  }

  KnownFormats(Collection<EventFormat> formats) {
    formats.forEach(format -> byName.put(format.name(), format));
    this.json =
        formats.stream()
            .filter(format -> !(format instanceof TextFormat))
            .map(OfJson::new)
            .toList();
    this.text =
        formats.stream().filter(TextFormat.class::isInstance).map(TextFormat.class::cast).toList();
  }

  Set<String> names() {
    return byName.keySet();
  }

  List<TextFormat> ofText() {
    return text;
  }

  EventFormat named(String name) throws RefusedRecordException {
    EventFormat format = byName.get(name);
    if (format == null) {
      throw UnknownFormat.named(name, names());
    }
    return format;
  }

  /** Those of JSON records. */
  List<OfJson> ofJson() {
    return json;
  }
}
