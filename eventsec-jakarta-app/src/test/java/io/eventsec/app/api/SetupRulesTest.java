package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupRulesTest {
  private static final String GOOD = "correct horse battery";

  @Test
  void soundValues_pass() {
    assertThatCode(() -> SetupRules.check("ada.l_1-x", "Ada", GOOD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Ada", "ada lovelace", "ада", "a\nb", "-----------@"})
  void badUsername_isNamed(String username) {
    assertThat(wrong(username, GOOD)).containsExactly("username");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elevenchars", "aaaaaaaaaaaaaaaa", "I am ADMIN of this"})
  void weakPassword_isNamedAndNotShown(String password) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> SetupRules.check("admin", "Admin", password));
    assertThat(problem.errors()).isNotEmpty().allMatch(error -> error.value().isEmpty());
    assertThat(problem.errors()).extracting(FieldError::field).containsOnly("password");
  }

  @Test
  void tooLongPassword_isNamed() {
    assertThat(wrong("admin", "abcdefgh".repeat(17))).containsExactly("password");
  }

  private static List<String> wrong(String username, String password) {
    return catchThrowableOfType(
            ProblemException.class, () -> SetupRules.check(username, "Name", password))
        .errors()
        .stream()
        .map(FieldError::field)
        .toList();
  }
}
