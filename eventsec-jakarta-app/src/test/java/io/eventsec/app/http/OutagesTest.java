package io.eventsec.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.spi.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import org.junit.jupiter.api.Test;

class OutagesTest {

  @Test
  void connectionFailureDeepInTheChain_isAnOutage() {
    Throwable e =
        new RuntimeException(
            "rolled back", new IllegalStateException(new SQLException("refused", "08001")));
    assertThat(Outages.isOne(e)).isTrue();
    assertThat(Outages.reason(e)).isEqualTo("refused");
  }

  @Test
  void storesAndStaleConnections_areOutages() {
    assertThat(Outages.isOne(new StoreUnavailableException("away"))).isTrue();
    assertThat(Outages.isOne(new SQLRecoverableException("stale"))).isTrue();
    assertThat(Outages.isOne(new SQLException("shutting down", "57P03"))).isTrue();
  }

  @Test
  void wrongStatement_isADefect() {
    assertThat(Outages.isOne(new SQLException("syntax", "42601"))).isFalse();
    assertThat(Outages.isOne(new SQLException("no state"))).isFalse();
    assertThat(Outages.isOne(new NullPointerException())).isFalse();
  }

  @Test
  void endlessChain_ends() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException two = new RuntimeException("two", one);
    one.initCause(two);
    assertThat(Outages.isOne(one)).isFalse();
  }
}
