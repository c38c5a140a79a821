package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an event of Google Workspace, a list of names with values: a text has other
 * names beside it than a number, a flag or several texts, so flat fields tell which value is whose
 * only while there are as many as names.
 */
final class GoogleParameters {
  private static final String NAMES = "events.parameters.name";
  private static final String VALUES = "events.parameters.value";

  /** What is written as a flag or a number. */
  private static final Set<String> NOT_TEXTS =
      Set.of(
          "actor_is_collaborator_account",
          "billable",
          "is_encrypted",
          "is_second_factor",
          "is_suspicious",
          "login_timestamp",
          "owner_is_shared_drive",
          "owner_is_team_drive",
          "primary_event",
          "BULK_UPLOAD_FAIL_USERS_NUMBER",
          "BULK_UPLOAD_TOTAL_USERS_NUMBER",
          "CHROME_NUM_LICENSES_PURCHASED",
          "GROUP_MEMBER_BULK_UPLOAD_FAILED_NUMBER",
          "GROUP_MEMBER_BULK_UPLOAD_TOTAL_NUMBER",
          "NUMBER_OF_COMPANY_OWNED_DEVICES");

  private GoogleParameters() {}

  /** The record with a field {@code parameters.name} for each, if it tells which is whose. */
  static NativeRecord named(NativeRecord said) {
    Object values = said.get(VALUES);
    if (values == null || said.get("events.name") instanceof List) {
      return said;
    }
    List<String> names = all(said.get(NAMES));
    List<String> texts = all(values);
    if (names.size() != texts.size()) {
      names = names.stream().filter(name -> !NOT_TEXTS.contains(name)).toList();
    }
    if (names.size() != texts.size() || new HashSet<>(names).size() != names.size()) {
      return said;
    }
    Map<String, Object> fields = new LinkedHashMap<>(said.fields());
    for (int i = 0; i < texts.size(); i++) {
      fields.putIfAbsent("parameters." + names.get(i), texts.get(i));
    }
    return new NativeRecord(fields);
  }

  private static List<String> all(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : value == null ? List.of() : List.of(value.toString());
  }
}
