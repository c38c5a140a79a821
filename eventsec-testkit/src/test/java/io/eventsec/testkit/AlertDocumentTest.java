package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertDocument;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertDocumentTest {
  @Test
  void json_namesAlertRuleEntitiesAndEvidence() {
    Alert alert = TestEvents.alert(Tenant.DEFAULT, 1);
    assertThat(AlertDocument.json(alert, TestEvents.BEGINNING))
        .isEqualTo(
            "{\"@timestamp\":\"2026-03-01T12:00:01Z\","
                + "\"message\":\"Question for a name of ill repute\","
                + "\"tags\":[\"attack.t1071.004\",\"attack.command-and-control\"],"
                + "\"event\":{\"kind\":\"alert\",\"id\":\""
                + alert.id()
                + "\",\"created\":\"2026-03-01T12:00:00Z\",\"severity\":3},"
                + "\"rule\":{\"id\":\"5f9c0a3e-6d0e-4a55-9c38-1d5a7c2b9e10\","
                + "\"version\":\"0123456789ab\","
                + "\"name\":\"Question for a name of ill repute\"},"
                + "\"related\":{\"hosts\":[\"host-1\"],\"user\":[\"user-1\"],"
                + "\"ip\":[\"192.0.2.1\"]},"
                + "\"eventsec\":{\"tenant\":\"default\",\"source\":\"sensor-1\","
                + "\"severity\":\"high\",\"evidence\":[\""
                + alert.evidence().get(0).id()
                + "\"],\"matched\":[{\"selection\":\"selection\",\"field\":\"dns.rrname\","
                + "\"value\":\".example\",\"actual\":\"host-1.example\"}]}}");
  }

  @Test
  void json_ofAnAlertWithAnExchange_hasItAsALabel() {
    Alert alert = TestEvents.alert(Tenant.DEFAULT, 1);
    String without = AlertDocument.json(alert, TestEvents.BEGINNING);
    String with =
        AlertDocument.json(
            alert.with(Optional.of(new Correlation("0123-abcd"))), TestEvents.BEGINNING);
    assertThat(with)
        .isEqualTo(
            without.replace(
                "\"eventsec\":{", "\"labels\":{\"correlation_id\":\"0123-abcd\"},\"eventsec\":{"));
  }
}
