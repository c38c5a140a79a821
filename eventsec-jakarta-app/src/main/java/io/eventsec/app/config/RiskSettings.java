package io.eventsec.app.config;

import io.eventsec.core.event.Severity;
import io.eventsec.core.risk.RiskOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What alerts count against hosts, users and addresses.
 *
 * @param options as detection takes them
 */
public record RiskSettings(RiskOptions options) {
  static final Setting<Duration> HALF_LIFE =
      new Setting<>(
          "eventsec.risk.half.life",
          "after which time the points of an alert count half",
          ValueTypes.duration(
              RiskOptions.SHORTEST.toString(), "P" + RiskOptions.LONGEST.toDays() + "D"),
          "P7D");
  static final Setting<Integer> INFORMATIONAL = points(Severity.INFORMATIONAL);
  static final Setting<Integer> LOW = points(Severity.LOW);
  static final Setting<Integer> MEDIUM = points(Severity.MEDIUM);
  static final Setting<Integer> HIGH = points(Severity.HIGH);
  static final Setting<Integer> CRITICAL = points(Severity.CRITICAL);
  static final Area AREA =
      new Area(
          "Risk",
          "What alerts count against hosts, users and addresses.",
          List.of(HALF_LIFE, INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL));

  private static Setting<Integer> points(Severity level) {
    return new Setting<>(
        "eventsec.risk.points." + level.sigmaName(),
        "what an alert of that level counts, unless its rule says a `risk` of its own",
        ValueTypes.integer(0, RiskOptions.MOST_POINTS),
        Integer.toString(RiskOptions.DEFAULT.points(level)));
  }

  static RiskSettings of(SettingsReader reader) {
    return new RiskSettings(
        new RiskOptions(
            reader.value(HALF_LIFE),
            Map.of(
                Severity.INFORMATIONAL, reader.value(INFORMATIONAL),
                Severity.LOW, reader.value(LOW),
                Severity.MEDIUM, reader.value(MEDIUM),
                Severity.HIGH, reader.value(HIGH),
                Severity.CRITICAL, reader.value(CRITICAL))));
  }
}
