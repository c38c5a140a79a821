package io.eventsec.app.gate;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.log.Printable;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.persistence.schema.SchemaVersion;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Brings the schema up to date when the application starts, then opens the gate. While the database
 * is away it tries again every few seconds; the application is live meanwhile. Flyway drives its
 * own transactions, so the container must not.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
  private static final Logger LOG = System.getLogger(Migration.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(2);

  @Resource TimerService timers;
  @Inject Configuration configuration;
  @Inject SchemaGate gate;
  @Inject SchemaMigration migration;

  @PostConstruct
  void start() {
    if (configuration.sound()) {
      migrate();
    } else {
      gate.stillClosed("A setting is wrong; the component configuration says which and why.");
    }
  }

  @Timeout
  void again() {
    migrate();
  }

  private void migrate() {
    try {
      SchemaVersion version = migration.migrate();
      LOG.log(
          Level.INFO,
          "Schema at version {0}, {1} scripts applied",
          version.version(),
          version.applied());
      gate.open(version.version());
    } catch (RuntimeException | LinkageError e) {
      report(e);
      timers.createSingleActionTimer(RETRY.toMillis(), new TimerConfig("migrate", false));
    }
  }

  private void report(Throwable e) {
    String reason = Printable.of(String.valueOf(e.getMessage()));
    boolean news = !gate.state().reason().equals(reason);
    gate.stillClosed(reason);
    if (!news) {
      return;
    }
    if (e instanceof StoreUnavailableException) {
      LOG.log(Level.WARNING, "The database is away, trying again every {0}: {1}", RETRY, reason);
    } else {
      LOG.log(Level.ERROR, "The migration failed; trying again every " + RETRY, e);
    }
  }
}
