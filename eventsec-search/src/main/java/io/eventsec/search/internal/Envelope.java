package io.eventsec.search.internal;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Set;

/** The fields of every stored event that are EVENTSEC's own to set. */
final class Envelope {
  static final String NATIVE = "native";
  static final String LABELS = "labels";
  static final FieldPath TIME = FieldPath.of("@timestamp");
  static final FieldPath ID = FieldPath.of("event.id");
  static final FieldPath INGESTED = FieldPath.of("event.ingested");
  static final FieldPath ORIGINAL = FieldPath.of("event.original");
  static final FieldPath TENANT = FieldPath.of("eventsec.tenant");
  static final FieldPath SOURCE = FieldPath.of("eventsec.source");

  /** The terms of the sender's own fields, see {@link NativeTerms}. */
  static final FieldPath NATIVE_TERMS = FieldPath.of("eventsec.native");

  static final FieldPath ERROR = FieldPath.of("error.message");

  private static final Set<String> NAMES =
      Set.of("@timestamp", "event.id", "event.ingested", "event.original");
  private static final Set<String> OBJECTS =
      Set.of("eventsec", NATIVE, EventDocument.UNSEARCHED, LABELS, "event", "error");

  private Envelope() {}

  /** True if no ECS field of an event may have that name. */
  static boolean isReserved(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return name.equals("@timestamp") || OBJECTS.contains(name);
    }
    String first = name.substring(0, dot);
    return NAMES.contains(name)
        || first.equals("@timestamp")
        || first.equals("eventsec")
        || first.equals(NATIVE)
        || first.equals(EventDocument.UNSEARCHED)
        || name.startsWith("event.id.")
        || name.startsWith("event.ingested.")
        || name.startsWith("event.original.")
        || name.startsWith("error.message.");
  }

  /** A label: one segment below {@code labels}, whatever characters it has. */
  static FieldPath label(String name) {
    String safe = name.isBlank() ? "_" : Text.start(Text.wellFormed(name), 256);
    return new FieldPath(
        LABELS + '.' + safe,
        new SerializedString[] {new SerializedString(LABELS), new SerializedString(safe)},
        Kind.FLAT);
  }
}
