package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.app.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageParametersTest {
  private final PageParameters parameters = new PageParameters();

  @Test
  void nothingSaid_isTheFirstPageOfFifty() {
    assertThat(parameters.limit()).isEqualTo(50);
    assertThat(parameters.cursor()).isEmpty();
    assertThat(parameters.numericCursor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "", "1e2", "99999999999"})
  void limitOutOfBounds_isNamed(String limit) {
    parameters.limit = limit;
    assertThatThrownBy(parameters::limit)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "9999999999999999999"})
  void foreignCursor_isNamed(String cursor) {
    parameters.cursor = cursor;
    assertThatThrownBy(parameters::numericCursor)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cursor");
  }
}
