package io.eventsec.embedded.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own. Immutable.
 *
 * @param name of the database
 * @param jdbcUrl its address, without user and password
 * @param user who owns it; a superuser
 * @param password that user's
 */
public record TestDatabase(String name, String jdbcUrl, String user, String password) {
  /** A new data source without a pool; each connection is a new one. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** A new connection, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Its address; the password is left out. */
  @Override
  public String toString() {
    return "TestDatabase[" + user + " at " + jdbcUrl + "]";
  }
}
