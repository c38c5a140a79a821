package io.eventsec.app.http;

import io.eventsec.core.spi.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a server that is away from a defect. */
public final class Outages {
  /** Connection exception, insufficient resources, operator intervention, system error. */
  private static final Set<String> STATE_CLASSES = Set.of("08", "53", "57", "58");

  private static final int DEPTH = 20;

  private Outages() {}

  /** True if something in the chain of causes says that a server does not answer. */
  public static boolean isOne(Throwable e) {
    return find(e).isPresent();
  }

  /** What it says. */
  public static String reason(Throwable e) {
    return find(e).map(Throwable::getMessage).orElse(String.valueOf(e.getMessage()));
  }

  private static Optional<Throwable> find(Throwable e) {
    return Stream.iterate(e, link -> link != null, Throwable::getCause)
        .limit(DEPTH)
        .filter(Outages::saysSo)
        .findFirst();
  }

  private static boolean saysSo(Throwable e) {
    if (e instanceof SQLException sql) {
      String state = sql.getSQLState();
      return (state != null && state.length() > 1 && STATE_CLASSES.contains(state.substring(0, 2)))
          || sql instanceof SQLTransientConnectionException
          || sql instanceof SQLNonTransientConnectionException
          || sql instanceof SQLRecoverableException;
    }
    return e instanceof StoreUnavailableException;
  }
}
