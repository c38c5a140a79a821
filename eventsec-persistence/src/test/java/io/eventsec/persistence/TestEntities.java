package io.eventsec.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.persistence.entity.EntityClasses;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.stat.Statistics;

/** The entities on a test's database, validated against its schema. */
final class TestEntities implements AutoCloseable {
  private final HikariDataSource pool;
  private final EntityManagerFactory factory;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  TestEntities(TestDatabase database) {
    this.pool = TestStore.pool(database, "TRANSACTION_READ_COMMITTED");
    PersistenceConfiguration configuration =
        new PersistenceConfiguration("eventsec")
            .property("jakarta.persistence.nonJtaDataSource", pool)
            .property("hibernate.hbm2ddl.auto", "validate")
            .property("hibernate.generate_statistics", true)
            .property(
                "hibernate.session_factory.statement_inspector", (StatementInspector) this::note);
    EntityClasses.names().forEach(name -> configuration.managedClass(load(name)));
    this.factory = configuration.createEntityManagerFactory();
  }

  /** Does some work in a transaction of its own. */
  <T> T inTransaction(Function<EntityManager, T> work) {
    return factory.callInTransaction(work);
  }

  EntityManagerFactory factory() {
    return factory;
  }

  /** The statements that the work sent. */
  List<String> sent(Runnable work) {
    sent.clear();
    work.run();
    return List.copyOf(sent);
  }

  private String note(String sql) {
    sent.add(sql);
    return sql;
  }

  /** How many statements the work sent. */
  long statements(Runnable work) {
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.clear();
    work.run();
    return statistics.getPrepareStatementCount();
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
