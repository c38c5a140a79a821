package io.eventsec.app.health;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.wiring.Database;
import io.eventsec.app.worker.LoopState;
import io.eventsec.app.worker.Workers;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The components of this node. */
@ApplicationScoped
public class Components {
  private static final int DATABASE_SECONDS = 2;

  @Inject Configuration configuration;
  @Inject Database database;
  @Inject SchemaGate gate;
  @Inject SchemaCheck schema;
  @Inject Workers workers;
  @Inject PostgresJournal journal;
  @Inject PostgresDetectionStore positions;
  @Inject SearchCheck search;

  /** All of them, in the order they are shown. */
  List<Component> all() {
    return List.of(
        component("configuration", this::checkConfiguration),
        component("database", this::checkDatabase),
        component("schema", this::checkSchema),
        component("opensearch", search::check),
        component("preparation", () -> loop(workers.preparation())),
        component(Workers.DETECT, () -> reader(Workers.DETECT)),
        component(Workers.INDEX, () -> reader(Workers.INDEX)),
        component(Workers.DELIVERY, () -> loop(workers.state(Workers.DELIVERY))));
  }

  private Component.Finding checkConfiguration() {
    return configuration.sound()
        ? Component.Finding.up("")
        : Component.Finding.down(configuration.reason());
  }

  private Component.Finding checkDatabase() {
    try (Connection connection = database.dataSource().getConnection()) {
      return connection.isValid(DATABASE_SECONDS)
          ? Component.Finding.up("")
          : Component.Finding.down("The connection is broken.");
    } catch (SQLException e) {
      throw new StoreUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  private Component.Finding checkSchema() {
    if (!gate.open()) {
      return Component.Finding.down(gate.state().reason());
    }
    SchemaState state = schema.check();
    String version = state.version().orElse("none");
    if (state.current()) {
      return Component.Finding.up("Version " + version + ".");
    }
    return Component.Finding.down(
        "Version "
            + version
            + ", and "
            + state.expected()
            + " is needed. Missing tables: "
            + (state.missingTables().isEmpty() ? "none" : String.join(", ", state.missingTables()))
            + ".");
  }

  private Component.Finding reader(String name) {
    LoopState loop = workers.state(name);
    if (!loop.healthy()) {
      return loop(loop);
    }
    JournalPosition end = journal.end();
    long lag = Math.max(0, end.value() - positions.position(name).value());
    Component.Finding finding = loop(loop);
    return new Component.Finding(
        finding.state(),
        lag == 0 ? "" : lag + " batches behind.",
        Map.of(
            "lagBatches",
            Long.toString(lag),
            "phase",
            loop.phase().name().toLowerCase(Locale.ROOT)));
  }

  private static Component.Finding loop(LoopState loop) {
    String reason = loop.lastError().orElse("");
    boolean down =
        !loop.healthy()
            || loop.phase() == LoopState.Phase.STARTING
            || loop.phase() == LoopState.Phase.STOPPED;
    if (!down) {
      return Component.Finding.up(reason);
    }
    return Component.Finding.down(
        loop.phase().name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ": " + reason));
  }

  private static Component component(String name, Supplier<Component.Finding> check) {
    return new Component() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Component.Finding check() {
        return check.get();
      }
    };
  }
}
