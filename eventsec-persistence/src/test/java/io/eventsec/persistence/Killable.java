package io.eventsec.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;

/** A program with a store that takes steps until it is killed. */
final class Killable {
  private Killable() {}

  /** Starts the program of that class, with the store's address, user and password. */
  static Process start(Class<?> program, TestStore store) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(
        List.of(store.database().jdbcUrl(), store.database().user(), store.database().password()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * Goes on for ever, and says the word after the first step.
   *
   * @param args what {@link #start} gives the program
   * @param program makes the step, which is true if there was nothing to do
   */
  static void run(String[] args, String word, Function<DataSource, BooleanSupplier> program)
      throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      BooleanSupplier step = program.apply(pool);
      // What is done once takes longer than a life is meant to be.
      boolean idle = step.getAsBoolean();
      System.out.println(word);
      System.out.flush();
      while (true) {
        if (idle) {
          Thread.sleep(1);
        }
        idle = step.getAsBoolean();
      }
    }
  }
}
