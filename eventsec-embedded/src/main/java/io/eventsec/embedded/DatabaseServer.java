package io.eventsec.embedded;

/**
 * A PostgreSQL server one can make databases on: a child process, or one in a container.
 * Thread-safe.
 */
public interface DatabaseServer {
  /**
   * JDBC address of a database on this server, without user and password.
   *
   * @param database its name; it need not exist
   */
  String jdbcUrl(String database);

  /** A superuser's name. */
  String user();

  /** That user's password; never log it. */
  String password();

  /**
   * Creates a database if there is none of that name.
   *
   * @param name a lower-case letter, then at most 62 lower-case letters, digits and underscores
   * @throws IllegalArgumentException for another name
   * @throws EmbeddedServerException when the server refuses
   */
  void createDatabase(String name);

  /**
   * Creates a database as a copy of another one, to which nobody may be connected meanwhile.
   *
   * @param name of the new database, which must not exist
   * @param template the database to copy
   * @throws IllegalArgumentException for a name that {@link #createDatabase(String)} would not take
   * @throws EmbeddedServerException when the server refuses
   */
  void createDatabase(String name, String template);

  /**
   * Drops a database, together with the connections to it, if it exists.
   *
   * @throws IllegalArgumentException for a name that {@link #createDatabase(String)} would not take
   * @throws EmbeddedServerException when the server refuses
   */
  void dropDatabase(String name);
}
