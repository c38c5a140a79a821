package io.eventsec.cli.input;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Something to read events from: a file, or the standard input. */
public interface LogInput {
  /** The name of the standard input on a command line. */
  String STANDARD = "-";

  /** What people call it. */
  String name();

  /** What its events are known by; for a file what {@code ship} knows them by too. */
  String key() throws IOException;

  /** Its records from the first. */
  RecordReader records() throws IOException;

  /** When it was last changed; of the standard input, now. */
  Instant changed() throws IOException;

  /**
   * The input of that name.
   *
   * @throws CommandFailedException with {@link ExitStatus#UNREADABLE} if it is a file that cannot
   *     be read
   */
  static LogInput named(String name, InputStream standard) {
    return name.equals(STANDARD) ? new Standard(standard) : new OfFile(file(name));
  }

  private static InputFile file(String name) {
    try {
      return new InputFile(Path.of(name));
    } catch (CommandFailedException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, String.valueOf(e.getMessage()), e.cure(), e);
    }
  }

  /** A file. */
  record OfFile(InputFile file) implements LogInput {
    @Override
    public String name() {
      return file.path().toString();
    }

    @Override
    public String key() throws IOException {
      return file.identity().key();
    }

    @Override
    public RecordReader records() throws IOException {
      return file.records();
    }

    @Override
    public Instant changed() throws IOException {
      return Files.getLastModifiedTime(file.path()).toInstant();
    }
  }

  /** What is piped in; it can be read once, so nothing but its name tells what it is. */
  record Standard(InputStream content) implements LogInput {
    @Override
    public String name() {
      return STANDARD;
    }

    @Override
    public String key() {
      return "stdin";
    }

    @Override
    public RecordReader records() throws IOException {
      return RecordReader.of(content);
    }

    @Override
    public Instant changed() {
      return Instant.now();
    }
  }
}
