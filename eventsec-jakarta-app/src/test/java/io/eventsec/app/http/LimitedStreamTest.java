package io.eventsec.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
  @Test
  void asMuchAsIsAllowed_isRead() throws IOException {
    assertThat(stream(10, 10).readAllBytes()).hasSize(10);
    assertThat(stream(0, 0).readAllBytes()).isEmpty();
  }

  @Test
  void oneMore_isTooLargeHoweverItIsRead() {
    assertThatThrownBy(() -> stream(11, 10).readAllBytes())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.TOO_LARGE))
        .hasMessageContaining("10 bytes");
    assertThatThrownBy(
            () -> {
              LimitedStream stream = stream(3, 2);
              while (stream.read() >= 0) {}
            })
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> stream(11, 10).skip(11)).isInstanceOf(ProblemException.class);
  }

  @Test
  void problem_isFoundBehindWhatOthersThrow() {
    ProblemException problem = LimitedStream.tooLarge(1);
    assertThat(ProblemException.within(new IllegalStateException(new IOException(problem))))
        .containsSame(problem);
    assertThat(ProblemException.within(new IllegalStateException("other"))).isEmpty();
  }

  private static LimitedStream stream(int length, int limit) {
    return new LimitedStream(new ByteArrayInputStream(new byte[length]), limit);
  }
}
