package io.eventsec.core.alert;

import io.eventsec.core.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who and what an alert is about.
 *
 * @param hosts host names, without repeats
 * @param users user names, without repeats
 * @param addresses IP addresses, without repeats
 */
public record Entities(List<String> hosts, List<String> users, List<String> addresses) {
  private static final List<String> HOST_FIELDS =
      List.of("host.name", "source.domain", "destination.domain");
  private static final List<String> USER_FIELDS =
      List.of("user.name", "source.user.name", "destination.user.name");
  private static final List<String> ADDRESS_FIELDS =
      List.of("source.ip", "destination.ip", "host.ip");

  /** Copies the lists. */
  public Entities {
    hosts = List.copyOf(hosts);
    users = List.copyOf(users);
    addresses = List.copyOf(addresses);
  }

  /** What the event's ECS fields name. */
  public static Entities of(Event event) {
    return new Entities(
        named(event, HOST_FIELDS), named(event, USER_FIELDS), named(event, ADDRESS_FIELDS));
  }

  /**
   * These and those, without repeats.
   *
   * @param most how many of each kind are kept at most
   */
  public Entities and(Entities more, int most) {
    return new Entities(
        united(hosts, more.hosts, most),
        united(users, more.users, most),
        united(addresses, more.addresses, most));
  }

  private static List<String> united(List<String> some, List<String> more, int most) {
    return Stream.concat(some.stream(), more.stream()).distinct().limit(most).toList();
  }

  private static List<String> named(Event event, List<String> fields) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : fields) {
      Object value = event.ecsFields().get(field);
      if (value instanceof List<?> list) {
        list.forEach(item -> names.add(String.valueOf(item)));
      } else if (value != null) {
        names.add(value.toString());
      }
    }
    return new ArrayList<>(names);
  }
}
