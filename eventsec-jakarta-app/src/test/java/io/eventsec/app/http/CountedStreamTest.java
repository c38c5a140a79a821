package io.eventsec.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountedStreamTest {

  @Test
  void everyWayToRead_isCounted() throws IOException {
    AtomicInteger counted = new AtomicInteger();
    try (CountedStream in =
        new CountedStream(new ByteArrayInputStream(new byte[100]), counted::addAndGet)) {
      assertThat(in.read()).isZero();
      assertThat(in.skip(9)).isEqualTo(9);
      assertThat(in.readNBytes(20)).hasSize(20);
      assertThat(counted).hasValue(30);
      assertThat(in.readAllBytes()).hasSize(70);
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(counted).hasValue(100);
  }
}
