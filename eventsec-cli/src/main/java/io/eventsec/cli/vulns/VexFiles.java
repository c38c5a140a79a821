package io.eventsec.cli.vulns;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.vuln.vex.VexDocument;
import io.eventsec.core.vuln.vex.VexStatement;
import io.eventsec.core.vuln.vex.format.UnreadableVexException;
import io.eventsec.core.vuln.vex.format.VexReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of files of VEX.
 *
 * @param problems what could not be read, each with its file
 */
record VexFiles(List<VexStatement> statements, List<String> problems) {

  /**
   * All that is in them.
   *
   * @param inventory that their BOM-Links may mean
   */
  static VexFiles read(List<Path> files, byte[] inventory) throws IOException {
    List<VexStatement> statements = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    VexReader reader = files.isEmpty() ? new VexReader() : VexReader.knowing(inventory);
    for (Path file : files) {
      VexDocument document = read(file, reader);
      statements.addAll(document.statements());
      document.problems().forEach(problem -> problems.add(file + ": " + problem));
    }
    return new VexFiles(statements, problems);
  }

  private static VexDocument read(Path file, VexReader reader) throws IOException {
    try {
      return reader.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, "there is no " + file, "name a file of VEX", e);
    } catch (UnreadableVexException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          file + " is no VEX: " + e.getMessage(),
          "write OpenVEX 0.2.0, CycloneDX or CSAF 2.0",
          e);
    }
  }
}
