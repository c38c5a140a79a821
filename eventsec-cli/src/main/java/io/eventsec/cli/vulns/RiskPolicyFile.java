package io.eventsec.cli.vulns;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.vuln.risk.InvalidRiskPolicyException;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The policy that {@code --policy} names. */
final class RiskPolicyFile {
  private RiskPolicyFile() {}

  static RiskPolicy read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return RiskPolicyDocument.read(in.readNBytes(RiskPolicyDocument.MOST_BYTES + 1)).policy();
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, "there is no " + file, "name a file with a policy of risk", e);
    } catch (InvalidRiskPolicyException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          file + " is no policy of risk: " + e.field() + " '" + e.value() + "' " + e.rule(),
          e.cure(),
          e);
    }
  }
}
