package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL data directory with its password and its programs; nothing of it runs yet. */
final class PostgresCluster {
  /** Superuser of the cluster. */
  static final String USER = "eventsec";

  private static final String MAJOR = "18";
  private static final Duration ORPHAN = Duration.ofSeconds(40);

  private final ServerHome home;
  private final Path programs;
  private final RunAs runAs;

  private PostgresCluster(ServerHome home, Path programs, RunAs runAs) {
    this.home = home;
    this.programs = programs;
    this.runAs = runAs;
  }

  /**
   * Makes the cluster ready to be started: creates it, or frees it from what an earlier owner left.
   */
  static PostgresCluster open(ServerHome home, BinaryCache cache, RunAs runAs)
      throws ServerFailure {
    runAs.requireReachable(home.directory());
    Path programs = PostgresBinaries.unpacked(cache);
    runAs.requireReachable(programs);
    PostgresCluster cluster = new PostgresCluster(home, programs, runAs);
    try {
      cluster.createIfMissing();
      cluster.requireVersion();
      runAs.own(cluster.data());
    } catch (IOException e) {
      throw new ServerFailure("cannot prepare " + cluster.data(), Diagnosis.cure(e.toString()), e);
    }
    return cluster;
  }

  Path data() {
    return home.resolve("data");
  }

  String password() throws ServerFailure {
    try {
      return Files.readString(home.resolve("password")).strip();
    } catch (IOException e) {
      throw new ServerFailure(
          "cannot read the database's password in " + home.resolve("password"),
          "restore that file from a backup, or run as the owner of the directory",
          e);
    }
  }

  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin").resolve(program).toString());
    command.add("-D");
    command.add(data().toString());
    command.addAll(arguments);
    return command;
  }

  RunAs runAs() {
    return runAs;
  }

  Optional<PostmasterFile> postmaster() {
    return PostmasterFile.read(data().resolve("postmaster.pid"));
  }

  private void createIfMissing() throws IOException, ServerFailure {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    Path part = home.resolve("data.part"); // an interrupted attempt is thrown away
    Trees.delete(part);
    Files.createDirectory(part);
    Posix.set(part, "rwx------");
    runAs.own(part);
    initialise(part);
    Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void initialise(Path part) throws IOException, ServerFailure {
    Path secret = writePassword();
    Path copy = home.resolve("password.init");
    try {
      Files.copy(
          secret, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      runAs.own(copy);
      List<String> command =
          List.of(
              programs.resolve("bin/initdb").toString(),
              "--pgdata=" + part,
              "--username=" + USER,
              "--pwfile=" + copy,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--no-instructions");
      require(command, "initdb could not create the database in " + part);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private Path writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path file = home.resolve("password");
    Files.deleteIfExists(file);
    Files.createFile(file);
    Posix.set(file, "rw-------");
    return Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  private void require(List<String> command, String problem) throws ServerFailure {
    Commands.Result result = Commands.run(runAs.wrap(command), Map.of("LC_ALL", "C"));
    if (result.status() != 0) {
      throw new ServerFailure(
          problem + ". It said:\n" + result.output(), Diagnosis.cure(result.output()));
    }
  }

  private void requireVersion() throws IOException, ServerFailure {
    String version = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new ServerFailure(
          data() + " was written by PostgreSQL " + version + ", and this is " + MAJOR,
          "dump it with the old version and load it here, or choose another directory");
    }
  }

  /** Stops a server that outlived its launcher: we hold the directory, so it is ours to stop. */
  void stopOrphan() throws ServerFailure {
    Optional<ProcessHandle> orphan = postmaster().flatMap(file -> file.running(data()));
    if (orphan.isEmpty()) {
      return;
    }
    List<String> stop = command("pg_ctl", List.of("-m", "fast", "-w", "-t", "30", "stop"));
    if (Commands.run(runAs.wrap(stop), Map.of()).status() == 0) {
      return;
    }
    // It may have been stopping by itself already, and pg_ctl came too late.
    if (!Deadline.in(ORPHAN).awaitEnd(orphan.get())) {
      throw new ServerFailure(
          "PostgreSQL of an earlier run (process " + orphan.get().pid() + ") does not stop",
          "stop it with: kill -QUIT " + orphan.get().pid());
    }
  }
}
