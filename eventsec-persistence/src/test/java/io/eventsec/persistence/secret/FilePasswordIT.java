package io.eventsec.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.test.DatabaseExtension;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.persistence.journal.PostgresJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(DatabaseExtension.class)
class FilePasswordIT {
  @TempDir Path directory;

  @AfterEach
  void forget() {
    System.clearProperty(FilePassword.PROPERTY);
  }

  @Test
  void connection_hasThePasswordOfTheFile_asItIsThen(TestDatabase database)
      throws IOException, SQLException {
    Path file = Files.writeString(directory.resolve("password"), database.password() + "\n");
    System.setProperty(FilePassword.PROPERTY, file.toString());
    DataSource source = source(database, "not this");

    assertThat(isAccepted(source)).isTrue();

    Files.writeString(file, "another\n");
    assertThatThrownBy(source::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");

    Files.writeString(file, database.password());
    assertThat(isAccepted(source)).isTrue();
  }

  @Test
  void connection_withoutAFile_hasThePasswordGiven(TestDatabase database) throws SQLException {
    assertThat(isAccepted(source(database, database.password()))).isTrue();

    System.setProperty(FilePassword.PROPERTY, " ");
    assertThat(isAccepted(source(database, database.password()))).isTrue();
  }

  @Test
  void fileThatIsGone_isAnOutageThatNamesIt(TestDatabase database) {
    Path file = directory.resolve("none");
    System.setProperty(FilePassword.PROPERTY, file.toString());
    DataSource source = source(database, database.password());

    assertThatThrownBy(source::getConnection)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("EVENTSEC_DB_PASSWORD_FILE")
        .hasMessageNotContaining(database.password());
    assertThatThrownBy(() -> new PostgresJournal(source).totals())
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static boolean isAccepted(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(10);
    }
  }

  private static DataSource source(TestDatabase database, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.user());
    source.setPassword(password);
    source.setAuthenticationPluginClassName(FilePassword.class.getName());
    return source;
  }
}
