package io.eventsec.app.gate;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.config.NodeRole;
import io.eventsec.app.config.Settings;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.StartMessages;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
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
import java.time.Duration;

/**
 * Opens the gate: looks at the schema when the application starts, migrates if this node may, and
 * looks again every second or two until the schema is what this build needs; the application is
 * live meanwhile. Flyway drives its own transactions, so the container must not.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class GateOpener {
  private static final Logger LOG = System.getLogger(GateOpener.class.getName());
  private static final Duration AGAIN = Duration.ofSeconds(1);

  @Resource TimerService timers;
  @Inject Configuration configuration;
  @Inject Settings settings;
  @Inject SchemaGate gate;
  @Inject SchemaMigration migration;
  @Inject SchemaCheck check;

  @SuppressWarnings("NullAway.Init")
  private ServerEnd end;

  @PostConstruct
  void start() {
    end = new ServerEnd(settings.http());
    if (configuration.sound()) {
      look();
    } else {
      gate.stillClosed("A setting is wrong; the component configuration says which and why.");
      endIfMigrating(1);
    }
  }

  @Timeout
  void again() {
    look();
  }

  private void look() {
    try {
      SchemaLook look =
          new SchemaLook(settings.node().role().migrates(), migration::migrate, check::check);
      SchemaLook.Found found = look.look();
      if (found.current()) {
        StartMessages.SCHEMA_READY.log(LOG, found.reason());
        gate.open(found.reason());
        endIfMigrating(0);
        return;
      }
      String reason = found.reason();
      closed(reason, () -> StartMessages.SCHEMA_NOT_READY.log(LOG, reason, AGAIN));
      endIfMigrating(1);
    } catch (StoreUnavailableException e) {
      String why = Printable.of(String.valueOf(e.getMessage()));
      closed(
          "The database is away: " + why + '.',
          () -> StartMessages.DATABASE_AWAY_AT_START.log(LOG, AGAIN, why));
    } catch (RuntimeException | LinkageError e) {
      closed(
          "The migration failed: " + Printable.of(String.valueOf(e.getMessage())),
          () -> StartMessages.MIGRATION_FAILED.logFailure(LOG, e, AGAIN));
      endIfMigrating(1);
    }
    lookAgain();
  }

  private void lookAgain() {
    if (gate.closedFor(settings.node().gateDeadline())) {
      endIfMigrating(1);
    }
    timers.createSingleActionTimer(AGAIN.toMillis(), new TimerConfig("gate", false));
  }

  /**
   * A reason is logged when it is new, not each time it is found again.
   *
   * @param log tells of it
   */
  private void closed(String reason, Runnable log) {
    if (!gate.state().reason().equals(reason)) {
      log.run();
    }
    gate.stillClosed(reason);
  }

  private void endIfMigrating(int status) {
    if (settings.node().role() == NodeRole.MIGRATE) {
      end.with(status);
    }
  }
}
