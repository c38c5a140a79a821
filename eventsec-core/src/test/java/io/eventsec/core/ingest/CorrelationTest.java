package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
  @ParameterizedTest
  @ValueSource(strings = {"12345678", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "A-b-C-9-"})
  void id_ofTheForm_isTaken(String id) {
    assertThat(new Correlation(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1234567",
        "12345678\n",
        "1234 5678",
        "12345678\u0000",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "<script>alert(1)</script>",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void id_ofAnotherForm_isRefusedWithoutRepeatingIt(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Correlation(id))
        .withMessageContaining(id.length() + " characters")
        .withMessageNotContaining("<script>");
  }
}
