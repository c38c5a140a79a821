package io.eventsec.app.source;

import io.eventsec.app.config.ExpectedSource;
import io.eventsec.app.config.Settings;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.source.SourceRecord;
import io.eventsec.persistence.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what was expected in the configuration among what has sent. */
@ApplicationScoped
public class ExpectedSources {
  @Inject Settings settings;
  @Inject Sources sources;

  /**
   * The sources that must not be silent, in the order they were configured, and when each last
   * sent.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public List<Expectation> look() {
    List<ExpectedSource> expected = settings.source().expected();
    if (expected.isEmpty()) {
      return List.of();
    }
    Map<Sources.Key, SourceRecord> found = new HashMap<>();
    sources
        .find(expected.stream().map(ExpectedSources::key).toList())
        .forEach(source -> found.put(new Sources.Key(source.tenant(), source.name()), source));
    return expected.stream()
        .map(
            one ->
                new Expectation(
                    one,
                    Optional.ofNullable(found.get(key(one))).map(SourceRecord::lastReceivedAt)))
        .toList();
  }

  /** What the tenant's sources are expected to do, in the order they were configured. */
  public List<ExpectedSource> of(Tenant tenant) {
    return settings.source().expected().stream()
        .filter(one -> one.tenant().equals(tenant))
        .toList();
  }

  private static Sources.Key key(ExpectedSource source) {
    return new Sources.Key(source.tenant(), source.name());
  }
}
