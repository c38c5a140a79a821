package io.eventsec.core.ingest;

import java.util.Set;
import java.util.stream.Collectors;

/** Says what was seen and what could have been. */
final class UnknownFormat {
  private static final int NAMES_SHOWN = 12;
  private static final int NAME_LENGTH = 40;

  private UnknownFormat() {}

  static RefusedRecordException named(String format, Set<String> known) {
    return refused("No format is named '" + shortened(format) + "'", known);
  }

  static RefusedRecordException of(NativeRecord decoded, Set<String> known) {
    String names =
        decoded.fields().keySet().stream()
            .limit(NAMES_SHOWN)
            .map(UnknownFormat::shortened)
            .collect(Collectors.joining(", "));
    String more = decoded.fields().size() > NAMES_SHOWN ? ", ..." : "";
    return refused(
        names.isEmpty()
            ? "The record has no fields"
            : "No format recognises a record with the fields " + names + more,
        known);
  }

  static RefusedRecordException of(String line, Set<String> known) {
    return refused("No format recognises the line '" + shortened(line) + "'", known);
  }

  /** Of a line that its sender says is of a format. */
  static RefusedRecordException not(String format, String line) {
    return new RefusedRecordException(
        "format.mismatch",
        "The line '"
            + shortened(line)
            + "' is not of the format "
            + format
            + ", which its batch names; name its own, or none");
  }

  private static RefusedRecordException refused(String what, Set<String> known) {
    return new RefusedRecordException(
        "format.unknown",
        what
            + "; formats are "
            + String.join(", ", known)
            + ": send one of them, name it with the batch, or add an EventFormat");
  }

  private static String shortened(String name) {
    return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…";
  }
}
