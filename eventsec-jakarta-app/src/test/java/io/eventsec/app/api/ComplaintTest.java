package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.http.FieldError;
import org.junit.jupiter.api.Test;

class ComplaintTest {

  @Test
  void messageWithCure_isTakenApart() {
    FieldError error =
        Complaint.error(
            "asset",
            "a: use b",
            new IllegalArgumentException("Host name 'a: use b' contains x: use 1 to 255"));
    assertThat(error)
        .isEqualTo(
            new FieldError(
                "asset", "a: use b", "Host name 'a: use b' contains x", "Use 1 to 255."));
  }

  @Test
  void messageWithoutCure_getsOne() {
    FieldError error =
        Complaint.error("name", "x\ny", new IllegalArgumentException("Name has two lines"));
    assertThat(error.value()).isEqualTo("x\\u000ay");
    assertThat(error.rule()).isEqualTo("Name has two lines");
    assertThat(error.cure()).isNotBlank();
  }
}
