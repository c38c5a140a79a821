package io.eventsec.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final PasswordHasher hasher = new PasswordHasher(1000);

  @Test
  void rightPassword_matches() {
    String stored = hasher.hash("correct horse".toCharArray());
    assertThat(hasher.matches("correct horse".toCharArray(), stored)).isTrue();
    assertThat(hasher.matches("correct horsf".toCharArray(), stored)).isFalse();
  }

  @Test
  void samePassword_isStoredDifferently() {
    assertThat(hasher.hash("x".toCharArray())).isNotEqualTo(hasher.hash("x".toCharArray()));
  }

  @Test
  void storedForm_saysHowItWasMade() {
    assertThat(new PasswordHasher().hash("x".toCharArray()))
        .startsWith("pbkdf2-sha512$210000$")
        .doesNotContain("$x$");
    assertThat(PasswordHasher.ITERATIONS).isGreaterThanOrEqualTo(210_000);
  }

  @Test
  void hashOfOtherIterations_isStillChecked() {
    String old = new PasswordHasher(500).hash("secret words".toCharArray());
    assertThat(hasher.matches("secret words".toCharArray(), old)).isTrue();
  }

  @Test
  void password_isOverwritten() {
    char[] password = "correct horse".toCharArray();
    hasher.hash(password);
    assertThat(password).containsOnly('\0');
  }

  @Test
  void unknownUser_costsTheSameWork() {
    assertThatCode(() -> hasher.waste("anything".toCharArray())).doesNotThrowAnyException();
  }

  @Test
  void foreignForm_isRefused() {
    assertThatThrownBy(() -> hasher.matches("x".toCharArray(), "plain"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("plain");
  }
}
