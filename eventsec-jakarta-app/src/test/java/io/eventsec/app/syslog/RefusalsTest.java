package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private final AtomicLong now = new AtomicLong(5);
  private final Figures figures = new Figures();
  private final Refusals refusals = new Refusals(figures, now::get);

  @Test
  void refusals_areAllCounted_andLoggedOnceAMinuteForEachReason() {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(Refusals.class.getName());
    logger.addHandler(handler);
    try {
      for (int n = 0; n < 10; n++) {
        refusals.count(Transport.TCP, Refusal.UNKNOWN, "192.0.2." + n);
      }
      refusals.count(Transport.UDP, Refusal.IDLE, "192.0.2.99");
      now.addAndGet(Duration.ofMinutes(1).toNanos());
      refusals.count(Transport.TCP, Refusal.UNKNOWN, "192.0.2.77");
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(figures.of(Transport.TCP).refused(Refusal.UNKNOWN).sum()).isEqualTo(11);
    assertThat(logged).hasSize(3);
    assertThat(logged.get(0)).contains("EVS2503", "1 times", "tcp from 192.0.2.0");
    assertThat(logged.get(1)).contains("udp from 192.0.2.99", "silent");
    assertThat(logged.get(2)).contains("10 times", "192.0.2.77");
  }
}
