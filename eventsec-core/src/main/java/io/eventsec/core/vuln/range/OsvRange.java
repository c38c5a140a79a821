package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A range of OSV: events that open and close it, evaluated as the OSV schema says. Immutable and
 * thread-safe.
 */
public final class OsvRange implements VersionRange {
  /** Before any version. */
  private static final String ZERO = "0";

  private final VersionScheme scheme;
  private final boolean fromStart;
  private final List<Moment> moments;
  private final List<Version> limits;
  private final String epoch;

  private OsvRange(
      VersionScheme scheme, boolean fromStart, List<Moment> moments, List<Version> limits) {
    this.scheme = scheme;
    this.fromStart = fromStart;
    this.moments = List.copyOf(moments);
    this.limits = List.copyOf(limits);
    this.epoch = scheme == VersionScheme.RPM ? epoch(moments) : "";
  }

  private static String epoch(List<Moment> moments) {
    for (Moment moment : moments) {
      int colon = moment.version.text().indexOf(':');
      if (colon > 0) {
        return moment.version.text().substring(0, colon);
      }
    }
    return "";
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
    LIMIT;

    /** As OSV writes it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
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

  @Override
  public VersionScheme scheme() {
    return scheme;
  }

  @Override
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

  @Override
  public Optional<Version> endBehind(Version version) {
    return moments.stream()
        .filter(moment -> moment.kind == Kind.FIXED && version.compareTo(moment.version) < 0)
        .map(Moment::version)
        .findFirst();
  }

  /** The epoch in which versions of RPM are in it, as it is written; empty if there is none. */
  public String epoch() {
    return epoch;
  }

  /** The versions that mend, oldest first. */
  public Stream<Version> fixes() {
    return moments.stream().filter(moment -> moment.kind == Kind.FIXED).map(Moment::version);
  }

  /** True if it is affected from the first version on, and until when is all that it says. */
  public boolean onlyEnds() {
    return fromStart && moments.stream().allMatch(moment -> moment.kind == Kind.FIXED);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OsvRange that
        && scheme == that.scheme
        && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, toString());
  }

  /** For people: {@code introduced 0, fixed 1.4}. */
  @Override
  public String toString() {
    Stream<String> start = fromStart ? Stream.of("introduced 0") : Stream.of();
    Stream<String> middle =
        moments.stream().map(moment -> moment.kind.word() + ' ' + moment.version);
    Stream<String> end = limits.stream().map(limit -> Kind.LIMIT.word() + ' ' + limit);
    return Stream.of(start, middle, end).flatMap(part -> part).collect(Collectors.joining(", "));
  }
}
