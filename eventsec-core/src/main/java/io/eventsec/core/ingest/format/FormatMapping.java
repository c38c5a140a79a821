package io.eventsec.core.ingest.format;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Sha256;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A format that a user has written down, in YAML:
 *
 * <pre>
 * name: acme-portal                 # 1 to 64 of a-z 0-9 and -, a letter first
 * records: json                     # json, pairs (key=value) or messages
 * look: [acme_version]              # json, pairs: fields that every record has
 * starts: "ACME "                   # pairs, messages: what every line starts with
 * messages:                         # templates, see {@link MessageTemplate}
 *   - "user {user.name:last} from {source.ip:ip}"
 * time: ts                          # the field with the time
 * zone: Europe/Berlin               # where clocks stand that write no zone; UTC unless said
 * fields:                           # ECS field: one or several of the record's, the first there is
 *   source.ip: [client, peer]
 *   destination.port: {from: dport, as: port}
 * values:                           # ECS field: what it always is
 *   event.module: acme
 *   event.category: [web]
 * </pre>
 */
public final class FormatMapping {
  private static final int LONGEST = 256 * 1024;
  private static final int DIGEST = 8;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final List<String> KEYS =
      List.of("name", "records", "look", "starts", "messages", "time", "zone", "fields", "values");

  private final String file;
  private final Map<?, ?> root;

  private FormatMapping(String file, Map<?, ?> root) {
    this.file = file;
    this.root = root;
  }

  /** What a mapping holds. */
  record Definition(
      String name,
      String version,
      Records records,
      List<String> look,
      String starts,
      List<MessageTemplate> messages,
      Optional<String> time,
      ZoneId zone,
      TableSection section) {}

  /** What the records of a mapping are. */
  enum Records {
    JSON,
    PAIRS,
    MESSAGES
  }

  /**
   * Reads one.
   *
   * @param file its name, for messages
   * @param yaml at most 256 Ki characters
   * @return a format to be added to a decoder
   * @throws IllegalArgumentException naming the file, what is wrong with it and the cure
   */
  public static EventFormat read(String file, String yaml) {
    if (yaml.length() > LONGEST) {
      throw new IllegalArgumentException(
          file + " has " + yaml.length() + " characters; write at most " + LONGEST);
    }
    Object loaded;
    try {
      loaded = new Load(settings(file)).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          file + " is not valid YAML: " + e.getMessage() + "; mend it at this place", e);
    }
    if (!(loaded instanceof Map<?, ?> root)) {
      throw new IllegalArgumentException(file + " is no mapping; start it with 'name: my-format'");
    }
    Definition definition = new FormatMapping(file, root).definition(Sha256.digits(yaml, DIGEST));
    return definition.records() == Records.JSON
        ? new MappedJson(definition)
        : new MappedText(definition);
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setCodePointLimit(LONGEST)
        .setMaxAliasesForCollections(10)
        .setAllowRecursiveKeys(false)
        .setAllowDuplicateKeys(false)
        .build();
  }

  private Definition definition(String version) {
    for (Object key : root.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw wrong("the key '" + key + "', which means nothing", "use " + String.join(", ", KEYS));
      }
    }
    String name = text("name").orElse("");
    if (!NAME.matcher(name).matches()) {
      throw wrong("the name '" + name + "'", "use 1 to 64 of a-z, 0-9 and -, a letter first");
    }
    Records records = records();
    Definition definition =
        new Definition(
            name,
            version,
            records,
            list("look"),
            text("starts").orElse(""),
            templates(),
            text("time"),
            zone(),
            section());
    check(definition);
    return definition;
  }

  private void check(Definition definition) {
    boolean found = !definition.look().isEmpty() || !definition.starts().isEmpty();
    if (definition.records() == Records.MESSAGES && definition.messages().isEmpty()) {
      throw wrong("no messages, though its records are messages", "give some templates");
    }
    if (definition.records() != Records.MESSAGES && !found) {
      throw wrong("nothing by which records are told", "give look, or starts for lines of text");
    }
  }

  private Records records() {
    String written = text("records").orElse("");
    for (Records records : Records.values()) {
      if (records.name().toLowerCase(Locale.ROOT).equals(written)) {
        return records;
      }
    }
    throw wrong("the records '" + written + "'", "use json, pairs or messages");
  }

  private List<MessageTemplate> templates() {
    List<MessageTemplate> templates = new ArrayList<>();
    for (String template : list("messages")) {
      try {
        templates.add(MessageTemplate.parse(template));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
      }
    }
    return templates;
  }

  private ZoneId zone() {
    String zone = text("zone").orElse("UTC");
    try {
      return zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("the zone '" + zone + "'", "use one as UTC, +02:00 or Europe/Berlin");
    }
  }

  private TableSection section() {
    TableSection section = new TableSection();
    map("values")
        .forEach(
            (ecs, value) -> section.constant(field(ecs).name(), strings("values." + ecs, value)));
    map("fields").forEach((ecs, source) -> source(field(ecs), source, section));
    return section.built();
  }

  private void source(EcsField field, Object source, TableSection section) {
    if (source instanceof Map<?, ?> map) {
      Object from = map.get("from");
      Conversion conversion = conversion(field, map.get("as"));
      section.field(field.name(), strings("fields." + field.name(), from), conversion);
    } else {
      section.field(field.name(), strings("fields." + field.name(), source), Conversion.of(field));
    }
  }

  private Conversion conversion(EcsField field, @Nullable Object as) {
    if (as == null) {
      return Conversion.of(field);
    }
    try {
      return Conversion.valueOf(as.toString().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("the conversion '" + as + "'", "use text, lower, long, port, ip, time or mac");
    }
  }

  private EcsField field(String name) {
    return EcsField.named(name)
        .orElseThrow(
            () -> wrong("the field '" + name + "', which ECS has not", "use the name of ECS"));
  }

  private Optional<String> text(String key) {
    Object value = root.get(key);
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  private List<String> list(String key) {
    Object value = root.get(key);
    return value == null ? List.of() : strings(key, value);
  }

  private List<String> strings(String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    if (value == null || value instanceof Map<?, ?>) {
      throw wrong("no text and no list in " + key, "write one");
    }
    return List.of(value.toString());
  }

  private Map<String, Object> map(String key) {
    Object value = root.get(key);
    Map<String, Object> named = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> named.put(String.valueOf(name), inner == null ? "" : inner));
    } else if (value != null) {
      throw wrong("something else than names and values in " + key, "write 'ecs.field: name'");
    }
    return named;
  }

  private IllegalArgumentException wrong(String what, String cure) {
    return new IllegalArgumentException(file + " has " + what + "; " + cure);
  }
}
