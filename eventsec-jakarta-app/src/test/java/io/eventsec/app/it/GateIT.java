package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.gate.SchemaGate;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaCheck;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the application. */
@ExtendWith(ArquillianExtension.class)
class GateIT {
  @Inject SchemaGate gate;
  @Inject SchemaCheck schema;
  @Inject PostgresJournal journal;

  @Deployment
  static WebArchive application() {
    return Application.archive().addClass(GateIT.class);
  }

  @Test
  void gate_opensOnceTheSchemaIsThere() throws InterruptedException {
    assertThat(gate.await(Duration.ofSeconds(30))).isTrue();
    assertThat(schema.check().missingTables()).isEmpty();
    assertThat(schema.check().current()).isTrue();
  }

  @Test
  void adapters_workOverTheServersPool() {
    assertThat(journal.totals().records()).isGreaterThanOrEqualTo(0);
  }
}
