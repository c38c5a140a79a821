package io.eventsec.persistence.rule;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Every version of a rule that was ever loaded, so that an alert can show the text that fired, for
 * ever. Safe to share between threads and nodes.
 */
public final class RuleStore {
  private final DataSource dataSource;

  /** The rules in this database. */
  public RuleStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Keeps the versions that are not there yet; a version that is there stays as it is.
   *
   * @return how many were new
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public int record(Tenant tenant, Collection<StoredRule> rules) {
    throw new UnsupportedOperationException(dataSource.toString());
  }

  /**
   * One version of a rule; empty if it was never recorded.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Optional<StoredRule> find(Tenant tenant, RuleRef ref) {
    throw new UnsupportedOperationException();
  }
}
