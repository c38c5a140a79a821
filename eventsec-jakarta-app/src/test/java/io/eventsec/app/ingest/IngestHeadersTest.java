package io.eventsec.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class IngestHeadersTest {
  private final IngestHeaders headers = new IngestHeaders();

  @Test
  void noHeaders_giveAKeyOfTheirOwn() {
    headers.check();
    String key = headers.batchKey();
    assertThat(key).isNotEqualTo(headers.batchKey());
    assertThat(headers.origin(Tenant.DEFAULT, "s", key))
        .isEqualTo(new EventOrigin(Tenant.DEFAULT, "s", key, 0));
  }

  @Test
  void origin_isWhereTheLinesComeFrom() {
    headers.key = "file-1:2000";
    headers.origin = "file-1";
    headers.offset = "2000";
    headers.check();
    assertThat(headers.origin(Tenant.DEFAULT, "s", headers.batchKey()))
        .isEqualTo(new EventOrigin(Tenant.DEFAULT, "s", "file-1", 2000));
  }

  @Test
  void everyWrongHeader_isNamed() {
    headers.key = "k".repeat(201);
    headers.origin = "zwölf";
    headers.offset = "-1";
    headers.encoding = "br";
    assertThatThrownBy(headers::check)
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(e -> e.errors().stream().map(FieldError::field).toList())
        .isEqualTo(
            List.of(
                "Idempotency-Key",
                "Eventsec-Origin",
                "Eventsec-Origin-Offset",
                "Content-Encoding"));
  }
}
