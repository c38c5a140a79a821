package io.eventsec.persistence.detection;

import io.eventsec.core.spi.Outbox;
import io.eventsec.core.spi.OutboxEntry;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** The outbox in PostgreSQL. */
public final class PostgresOutbox implements Outbox {
  private final DataSource dataSource;

  /** The outbox of this database. */
  public PostgresOutbox(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<OutboxEntry> claim(String kind, int limit, Duration lease) {
    throw new UnsupportedOperationException(dataSource.toString());
  }

  @Override
  public void delivered(List<OutboxEntry> entries) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void failed(OutboxEntry entry, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long pending() {
    throw new UnsupportedOperationException();
  }
}
