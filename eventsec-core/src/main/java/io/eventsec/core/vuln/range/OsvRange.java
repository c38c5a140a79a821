package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A range of OSV: events that open and close it, evaluated as the OSV schema says. Immutable and
 * thread-safe.
 */
public final class OsvRange {
  /** Before any version. */
  private static final String ZERO = "0";

  private final VersionScheme scheme;
  private final boolean fromStart;
  private final List<Moment> moments;
  private final List<Version> limits;

  private OsvRange(
      VersionScheme scheme, boolean fromStart, List<Moment> moments, List<Version> limits) {
    this.scheme = scheme;
    this.fromStart = fromStart;
    this.moments = List.copyOf(moments);
    this.limits = List.copyOf(limits);
  }

  /** What an event says of its version and newer ones. */
  public enum Kind {
    /** They are affected. */
    INTRODUCED,
    /** They are not affected. */
    FIXED,
    /** It is affected, newer ones are not. */
    LAST_AFFECTED,
    /** They are not looked at. */
    LIMIT
  }

  /**
   * An event as it is written.
   *
   * @param version {@code 0} for before any, if it is what introduces
   */
  public record Event(Kind kind, String version) {}

  private record Moment(Kind kind, Version version) {}

  /**
   * A range of these events.
   *
   * @param scheme how versions compare
   * @param events in any order; at least one introduces
   * @throws UnreadableVersionException if the version of one cannot be read
   * @throws IllegalArgumentException if none introduces
   */
  public static OsvRange of(VersionScheme scheme, List<Event> events)
      throws UnreadableVersionException {
    List<Moment> moments = new ArrayList<>();
    List<Version> limits = new ArrayList<>();
    boolean fromStart = false;
    for (Event event : events) {
      if (event.kind() == Kind.INTRODUCED && event.version().equals(ZERO)) {
        fromStart = true;
      } else if (event.kind() != Kind.LIMIT) {
        moments.add(new Moment(event.kind(), scheme.parse(event.version())));
      } else if (!event.version().equals("*")) {
        limits.add(scheme.parse(event.version()));
      }
    }
    if (!fromStart && moments.stream().noneMatch(moment -> moment.kind == Kind.INTRODUCED)) {
      throw new IllegalArgumentException(
          "A range of OSV has no event that introduces; the rule is: each has one, 0 for the first"
              + " version");
    }
    // What is fixed in a version and introduced in it again is introduced.
    moments.sort(
        Comparator.comparing(Moment::version)
            .thenComparing(moment -> moment.kind == Kind.INTRODUCED));
    return new OsvRange(scheme, fromStart, moments, limits);
  }

  /** How its versions compare. */
  public VersionScheme scheme() {
    return scheme;
  }

  /**
   * True if that version is affected.
   *
   * @throws IllegalArgumentException if it is a version of another scheme
   */
  public boolean contains(Version version) {
    if (!limits.isEmpty() && limits.stream().noneMatch(limit -> version.compareTo(limit) < 0)) {
      return false;
    }
    boolean affected = fromStart;
    for (Moment moment : moments) {
      int compared = version.compareTo(moment.version);
      if (compared < 0) {
        break;
      }
      switch (moment.kind) {
        case INTRODUCED -> affected = true;
        case FIXED -> affected = false;
        default -> affected = affected && compared == 0;
      }
    }
    return affected;
  }
}
