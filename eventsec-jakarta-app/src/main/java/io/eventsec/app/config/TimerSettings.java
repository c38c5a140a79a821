package io.eventsec.app.config;

import java.time.Duration;
import java.util.List;

/**
 * How often the timers of a worker go off.
 *
 * @param outbox the one that brings alerts to their searchable copies
 * @param watchdog the one that looks for what has come to a stop
 * @param vulnerabilities the one that compares the inventory with advisories
 * @param findingNews the one that tells of findings that are exploited or critical
 * @param reevaluation the one that runs rules over what they have not seen
 */
public record TimerSettings(
    Duration outbox,
    Duration watchdog,
    Duration vulnerabilities,
    Duration findingNews,
    Duration reevaluation) {
  static final Setting<Duration> OUTBOX =
      new Setting<>(
          "eventsec.outbox.every",
          "how often the outbox is looked at for what is to be delivered",
          ValueTypes.duration("PT0.1S", "PT10M"),
          "PT1S");
  static final Setting<Duration> WATCHDOG =
      new Setting<>(
          "eventsec.watchdog.every",
          "how often the watchdog looks for readers and timers that stand still",
          ValueTypes.duration("PT1S", "PT1H"),
          "PT1M");
  static final Setting<Duration> VULNERABILITIES =
      new Setting<>(
          "eventsec.vulnerabilities.every",
          "how often it is looked whether feeds of advisories or what is installed on assets have changed",
          ValueTypes.duration("PT1M", "P7D"),
          "PT5M");
  static final Setting<Duration> FINDING_NEWS =
      new Setting<>(
          "eventsec.findings.news.every",
          "how often it is looked whether there are findings that people are to be told of at once",
          ValueTypes.duration("PT1S", "PT1H"),
          "PT10S");
  static final Setting<Duration> REEVALUATION =
      new Setting<>(
          "eventsec.reevaluation.every",
          "how often it is looked whether rules are to be run over what they have not seen",
          ValueTypes.duration("PT0.5S", "PT1H"),
          "PT5S");
  static final Area AREA =
      new Area(
          "Timers",
          "What workers do time and again.",
          List.of(OUTBOX, WATCHDOG, VULNERABILITIES, FINDING_NEWS, REEVALUATION));

  static TimerSettings of(SettingsReader reader) {
    return new TimerSettings(
        reader.value(OUTBOX),
        reader.value(WATCHDOG),
        reader.value(VULNERABILITIES),
        reader.value(FINDING_NEWS),
        reader.value(REEVALUATION));
  }
}
