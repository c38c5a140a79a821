package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All settings of the application.
 *
 * @param node what this node does
 * @param http where the server listens
 * @param database PostgreSQL
 * @param search OpenSearch
 * @param ingest the receiver
 * @param formats where formats come from
 * @param source what is expected to send
 * @param worker the readers of the journal
 * @param timers what goes off time and again
 * @param retention how long things are kept
 * @param deadLetters how many rejected records are kept
 * @param security sign-in and setup
 * @param rules where rules come from
 * @param correlation how long correlations wait and how much they remember
 * @param risk what alerts count
 * @param enrichment what is added to events
 * @param taxii which feeds are polled
 * @param syslog where syslog is received
 * @param advisories where they come from
 */
public record Settings(
    NodeSettings node,
    HttpSettings http,
    DatabaseSettings database,
    SearchSettings search,
    IngestSettings ingest,
    FormatSettings formats,
    SourceSettings source,
    WorkerSettings worker,
    TimerSettings timers,
    RetentionSettings retention,
    DeadLetterSettings deadLetters,
    SecuritySettings security,
    RuleSettings rules,
    CorrelationSettings correlation,
    RiskSettings risk,
    EnrichmentSettings enrichment,
    TaxiiSettings taxii,
    SyslogSettings syslog,
    AdvisorySettings advisories,
    FindingSettings findings) {
  /** What can be set, in the order of the reference. */
  static final List<Area> AREAS =
      List.of(
          NodeSettings.AREA,
          HttpSettings.AREA,
          DatabaseSettings.AREA,
          SearchSettings.AREA,
          IngestSettings.AREA,
          FormatSettings.AREA,
          SourceSettings.AREA,
          WorkerSettings.AREA,
          TimerSettings.AREA,
          RetentionSettings.AREA,
          DeadLetterSettings.AREA,
          SecuritySettings.AREA,
          RuleSettings.AREA,
          CorrelationSettings.AREA,
          RiskSettings.AREA,
          EnrichmentSettings.AREA,
          TaxiiSettings.AREA,
          SyslogSettings.AREA,
          AdvisorySettings.AREA,
          FindingSettings.AREA);

  static Settings of(SettingsReader reader, Path outputDirectory) {
    return new Settings(
        NodeSettings.of(reader),
        HttpSettings.of(reader),
        DatabaseSettings.of(reader),
        SearchSettings.of(reader),
        IngestSettings.of(reader),
        FormatSettings.of(reader),
        SourceSettings.of(reader),
        WorkerSettings.of(reader),
        TimerSettings.of(reader),
        RetentionSettings.of(reader),
        DeadLetterSettings.of(reader),
        SecuritySettings.of(reader, outputDirectory),
        RuleSettings.of(reader),
        CorrelationSettings.of(reader),
        RiskSettings.of(reader),
        EnrichmentSettings.of(reader),
        TaxiiSettings.of(reader),
        SyslogSettings.of(reader),
        AdvisorySettings.of(reader),
        FindingSettings.of(reader));
  }

  static Stream<Setting<?>> all() {
    return AREAS.stream().flatMap(area -> area.settings().stream());
  }
}
