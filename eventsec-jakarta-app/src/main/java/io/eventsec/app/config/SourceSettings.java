package io.eventsec.app.config;

import java.util.List;

/**
 * What is expected to send.
 *
 * @param expected the sources that must not be silent, in the order they were given; may be empty
 */
public record SourceSettings(List<ExpectedSource> expected) {
  static final Setting<List<ExpectedSource>> EXPECTED =
      Setting.optional(
          "eventsec.source.expected",
          "which sources must send, and how long each may be silent",
          ExpectedSource.LIST);
  static final Area AREA =
      new Area(
          "Sources",
          """
          The names that batches are sent under. `EVENTSEC_SOURCE_EXPECTED=suricata:PT15M,acme/zeek:PT1H` has readiness say `degraded`
          when `suricata` of the tenant `default` has sent nothing for 15 minutes, or `zeek` of the tenant `acme` for an hour.""",
          List.of(EXPECTED));

  /** Takes a copy. */
  public SourceSettings {
    expected = List.copyOf(expected);
  }

  static SourceSettings of(SettingsReader reader) {
    return new SourceSettings(reader.given(EXPECTED).orElse(List.of()));
  }
}
