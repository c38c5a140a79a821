package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import io.eventsec.core.event.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source that must not be silent.
 *
 * @param tenant whose it is
 * @param name what its batches are sent under
 * @param silence how long it may be silent
 */
public record ExpectedSource(Tenant tenant, String name, Duration silence) {
  private static final int MOST = 100;
  private static final ValueType<Duration> SILENCE = ValueTypes.duration("PT10S", "P30D");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<tenant>[a-z0-9][a-z0-9_-]{0,63})/)?(?<name>[a-z0-9][a-z0-9._-]{0,63}):(?<silence>[^:/]+)");

  static final ValueType<List<ExpectedSource>> LIST =
      new ValueType<>(
          "up to "
              + MOST
              + " of `source:duration` or `tenant/source:duration`, separated by commas, each PT10S to P30D",
          ExpectedSource::list);

  /** As it is configured: the name alone for the tenant of an installation that has only one. */
  public String label() {
    return tenant.equals(Tenant.DEFAULT) ? name : tenant.id() + '/' + name;
  }

  private static List<ExpectedSource> list(String text) throws InvalidValueException {
    List<ExpectedSource> sources = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      ExpectedSource source = one(part.strip());
      if (sources.stream().map(ExpectedSource::label).anyMatch(source.label()::equals)) {
        throw new InvalidValueException("names the source " + source.label() + " twice");
      }
      sources.add(source);
      if (sources.size() > MOST) {
        throw new InvalidValueException("names more than " + MOST + " sources");
      }
    }
    return sources;
  }

  private static ExpectedSource one(String text) throws InvalidValueException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValueException(
          "has the part '" + Printable.of(text) + "', which is not like suricata:PT15M");
    }
    String tenant = matcher.group("tenant");
    try {
      return new ExpectedSource(
          tenant == null ? Tenant.DEFAULT : new Tenant(tenant),
          matcher.group("name"),
          SILENCE.parse(matcher.group("silence")));
    } catch (InvalidValueException e) {
      throw new InvalidValueException(
          "has the part '" + Printable.of(text) + "', which " + e.rule());
    }
  }
}
