package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.CarrierFormat;
import io.eventsec.core.ingest.ContentReader;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.Layer;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records of clouds and products whose names a data lake has written in lower case, as tables of
 * Athena, Glue and Hive have them ({@code eventname}, {@code useridentity.arn}): they are decoded
 * under their own names. Asked behind the formats that know those. Stateless and thread-safe.
 */
public final class LowerCaseJson implements CarrierFormat {
  /** CloudTrail's names that its format itself asks for. */
  private static final List<String> TRAIL =
      List.of(
          "eventVersion",
          "eventSource",
          "eventName",
          "eventTime",
          "awsRegion",
          "errorCode",
          "responseElements.ConsoleLogin");

  private final List<Names> known;

  /**
   * Makes the format.
   *
   * @param zone where the products' clocks stand that write no zone
   */
  public LowerCaseJson(ZoneId zone) {
    this.known =
        List.of(
            Names.of(new CloudTrail(), CloudTrail.TABLE, TRAIL),
            Names.of(new CloudAudit(), CloudAudit.TABLE, List.of("CreationTime")),
            Names.of(new ProductJson(zone), ProductJson.TABLE, List.of()));
  }

  @Override
  public String name() {
    return "lower-case-json";
  }

  /** None that it does not know by a format. */
  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return false;
  }

  @Override
  public List<Layer> carried(NativeRecord said, ContentReader reader) {
    for (String name : said.fields().keySet()) {
      if (isOwn(name)) {
        return List.of();
      }
    }
    for (Names names : known) {
      Optional<NativeRecord> mended = names.mended(said);
      if (mended.isPresent()) {
        return List.of(new Layer(names.format(), mended.get()));
      }
    }
    return List.of();
  }

  /** What it carries says it all. */
  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    event.ecs("event.kind", "event");
  }

  /** Of a name that is nested, a lake may have left all but the column as it was. */
  private static boolean isOwn(String name) {
    int dot = name.indexOf('.');
    return hasCapital(name, dot < 0 ? name.length() : dot);
  }

  private static boolean hasCapital(String name, int end) {
    for (int i = 0; i < end; i++) {
      if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }

  /** What a format calls its fields, by what lower case makes of it. */
  private record Names(EventFormat format, Map<String, List<String>> byLowerCase) {

    static Names of(EventFormat format, FieldTable table, List<String> more) {
      Map<String, Set<String>> found = new HashMap<>();
      Stream.concat(more.stream(), table.sections().values().stream().flatMap(Names::of))
          .filter(name -> hasCapital(name, name.length()))
          .forEach(
              name ->
                  found
                      .computeIfAbsent(
                          name.toLowerCase(Locale.ROOT), lower -> new LinkedHashSet<>())
                      .add(name));
      Map<String, List<String>> byLowerCase = new HashMap<>();
      found.forEach((lower, names) -> byLowerCase.put(lower, List.copyOf(names)));
      return new Names(format, byLowerCase);
    }

    private static Stream<String> of(TableSection section) {
      List<String> names = new ArrayList<>(section.times());
      section.natives().forEach(names::add);
      section.looks().forEach(look -> look.signs().forEach(sign -> names.add(sign.field())));
      return names.stream();
    }

    /** The record with those names, if that makes it one of the format. */
    Optional<NativeRecord> mended(NativeRecord said) {
      if (said.fields().keySet().stream().noneMatch(this::isChanged)) {
        return Optional.empty();
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      said.fields()
          .forEach(
              (name, value) ->
                  byLowerCase
                      .getOrDefault(name.toLowerCase(Locale.ROOT), List.of(name))
                      .forEach(own -> fields.putIfAbsent(own, value)));
      NativeRecord mended = new NativeRecord(fields);
      return format.recognises(mended) ? Optional.of(mended) : Optional.empty();
    }

    private boolean isChanged(String name) {
      return byLowerCase.containsKey(name.toLowerCase(Locale.ROOT));
    }
  }
}
