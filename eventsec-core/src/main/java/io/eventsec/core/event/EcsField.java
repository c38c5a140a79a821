package io.eventsec.core.event;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * One field of the Elastic Common Schema (ECS 9) that events may carry. Only these names are ever
 * set by the formats, and the search index maps exactly these.
 *
 * @param name its dotted name
 * @param type how ECS types it
 */
public record EcsField(String name, Type type) {

  /** The types of ECS, by the Java type that an {@link Event} holds a value in. */
  public enum Type {
    /** Text that is compared as a whole; a {@link String}. */
    KEYWORD,
    /** Long text that is searched by parts of it; a {@link String}. */
    WILDCARD,
    /** Prose; a {@link String}. */
    MATCH_ONLY_TEXT,
    /** Text that is stored and never searched; a {@link String}. */
    UNINDEXED,
    /** Names and values of the user's choice; flat in an event. */
    FLATTENED,
    /** A whole number; a {@link Long}. */
    LONG,
    /** A number; a {@link Double}. */
    FLOAT,
    /** Yes or no; a {@link Boolean}. */
    BOOLEAN,
    /** A point in time; a {@link String} in ISO 8601, UTC. */
    DATE,
    /** An IPv4 or IPv6 address without a prefix length; a {@link String}. */
    IP,
    /** A place; a {@link String} {@code latitude,longitude}. */
    GEO_POINT;

    static Type named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** All of them, by name. Unmodifiable. */
  public static Collection<EcsField> all() {
    return EcsFields.BY_NAME.values();
  }

  /** The field of that name; empty if ECS, or our part of it, has none. */
  public static Optional<EcsField> named(String name) {
    return Optional.ofNullable(EcsFields.BY_NAME.get(name));
  }
}
