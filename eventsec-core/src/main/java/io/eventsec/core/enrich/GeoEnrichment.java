package io.eventsec.core.enrich;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.ast.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says where the addresses of an event are, and whose: {@code geo.country_iso_code}, {@code
 * .country_name}, {@code .continent_code}, {@code .continent_name}, {@code .region_iso_code},
 * {@code .region_name}, {@code .city_name}, {@code .postal_code}, {@code .timezone}, {@code
 * .location}, {@code as.number} and {@code as.organization.name} below {@code source}, {@code
 * destination}, {@code client} and {@code server}. Ends that have one of them are left alone. Names
 * are English. Thread-safe.
 */
public final class GeoEnrichment implements EnrichmentStage {
  private static final List<String> ENDS = List.of("source", "destination", "client", "server");

  private final List<GeoDatabase> databases;

  /** Of several databases that know the same, the first counts. */
  public GeoEnrichment(List<GeoDatabase> databases) {
    this.databases = List.copyOf(databases);
  }

  @Override
  public String name() {
    return "geo";
  }

  @Override
  public Event enrich(Event event) {
    List<Place> places = new ArrayList<>();
    for (String end : ENDS) {
      if (event.ecsFields().get(end + ".ip") instanceof String text && !isKnown(event, end)) {
        IpAddress.parse(text).ifPresent(address -> find(end, address, places));
      }
    }
    if (places.isEmpty()) {
      return event;
    }
    Event.Builder builder = event.toBuilder();
    places.forEach(place -> place.write(builder));
    return builder.build();
  }

  private static boolean isKnown(Event event, String end) {
    return event.ecsFields().containsKey(end + ".geo.country_iso_code")
        || event.ecsFields().containsKey(end + ".as.number");
  }

  private void find(String end, byte[] address, List<Place> places) {
    for (GeoDatabase database : databases) {
      database.find(address).ifPresent(known -> places.add(new Place(end, known)));
    }
  }

  /** What a database knows of one end. */
  private record Place(String end, Map<?, ?> known) {

    void write(Event.Builder to) {
      set(to, "geo.country_iso_code", text("country", "iso_code"));
      set(to, "geo.country_name", text("country", "names", "en"));
      set(to, "geo.continent_code", text("continent", "code"));
      set(to, "geo.continent_name", text("continent", "names", "en"));
      set(to, "geo.city_name", text("city", "names", "en"));
      set(to, "geo.postal_code", text("postal", "code"));
      set(to, "geo.timezone", text("location", "time_zone"));
      set(to, "geo.location", location());
      region(to);
      if (value("autonomous_system_number") instanceof Number number) {
        set(to, "as.number", number.longValue());
      }
      set(to, "as.organization.name", text("autonomous_system_organization"));
    }

    /** The largest part of the country; its code has the country's before it (ISO 3166-2). */
    private void region(Event.Builder to) {
      if (value("subdivisions") instanceof List<?> parts
          && !parts.isEmpty()
          && parts.get(0) instanceof Map<?, ?> part) {
        Place region = new Place(end, part);
        Object country = text("country", "iso_code");
        Object code = region.text("iso_code");
        set(to, "geo.region_name", region.text("names", "en"));
        set(
            to,
            "geo.region_iso_code",
            country == null || code == null ? null : country + "-" + code);
      }
    }

    private @Nullable Object location() {
      return value("location", "latitude") instanceof Double latitude
              && value("location", "longitude") instanceof Double longitude
          ? latitude + "," + longitude
          : null;
    }

    /** What an earlier database has said stays. */
    private void set(Event.Builder to, String field, @Nullable Object value) {
      String name = end + '.' + field;
      if (to.ecs(name) == null) {
        to.ecs(name, value);
      }
    }

    private @Nullable Object text(String... path) {
      return value(path) instanceof String text && !text.isBlank() ? text : null;
    }

    private @Nullable Object value(String... path) {
      Object value = known;
      for (String name : path) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      return value;
    }
  }
}
