package io.eventsec.app.health;

import io.eventsec.app.config.Configuration;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.timer.Standing;
import io.eventsec.app.timer.Watch;
import io.eventsec.app.wiring.Database;
import io.eventsec.app.worker.LoopState;
import io.eventsec.app.worker.Workers;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The components of this node. */
@ApplicationScoped
public class Components {
  /** Timers and readers, on whatever node. */
  static final String WORK = "work";

  /** What is expected to send. */
  static final String SOURCES = "sources";

  /** Who listens for syslog. */
  static final String SYSLOG = "syslog";

  /** What is known of vulnerabilities. */
  static final String ADVISORIES = "advisories";

  private static final int DATABASE_SECONDS = 2;

  @Inject Configuration configuration;
  @Inject Database database;
  @Inject SchemaGate gate;
  @Inject SchemaCheck schema;
  @Inject Workers workers;
  @Inject Watch watch;
  @Inject SearchCheck search;
  @Inject SourceCheck sources;
  @Inject EnrichmentCheck enrichment;
  @Inject SyslogCheck syslog;
  @Inject AdvisoryCheck advisories;

  private final OncePerLook<Standing> standing = new OncePerLook<>(() -> watch.look());

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
        component(WORK, this::checkWork),
        component(SOURCES, this::checkSources),
        component(Workers.ENRICH, enrichment::check),
        component(SYSLOG, syslog::check),
        component(ADVISORIES, this::checkAdvisories));
  }

  /** To be called before each look at all of them. */
  void nextLook() {
    standing.next();
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
    return state.current()
        ? Component.Finding.up(state.explanation())
        : Component.Finding.down(state.explanation());
  }

  private Component.Finding reader(String name) {
    Optional<LoopState> here = workers.state(name);
    Component.Finding finding = here.map(Components::loop).orElse(Component.Finding.up(""));
    if (!gate.open() || finding.state() == ComponentState.State.DOWN) {
      return finding;
    }
    long lag = standing.get().lag(name);
    String phase = here.map(loop -> loop.phase().name()).orElse("ELSEWHERE");
    return new Component.Finding(
        finding.state(),
        lag == 0 ? "" : lag + " batches behind.",
        Map.of("lagBatches", Long.toString(lag), "phase", phase.toLowerCase(Locale.ROOT)));
  }

  /** Work that stands still is told, and no reason to send a node no calls. */
  private Component.Finding checkWork() {
    if (!gate.open()) {
      return Component.Finding.up("");
    }
    List<String> problems = Watch.problems(standing.get(), Instant.now());
    return problems.isEmpty()
        ? Component.Finding.up("")
        : new Component.Finding(
            ComponentState.State.DEGRADED, String.join("; ", problems), Map.of());
  }

  private Component.Finding checkSources() {
    return gate.open() ? sources.check() : Component.Finding.up("");
  }

  private Component.Finding checkAdvisories() {
    return gate.open() ? advisories.check() : Component.Finding.up("");
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
