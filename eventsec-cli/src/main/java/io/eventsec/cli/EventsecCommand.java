package io.eventsec.cli;

import io.eventsec.cli.advisories.AdvisoriesCommand;
import io.eventsec.cli.backup.BackupCommand;
import io.eventsec.cli.backup.RestoreCommand;
import io.eventsec.cli.detect.DetectCommand;
import io.eventsec.cli.inventory.InventoryCommand;
import io.eventsec.cli.normalize.NormalizeCommand;
import io.eventsec.cli.rules.RulesCommand;
import io.eventsec.cli.ship.ShipCommand;
import io.eventsec.cli.up.UpCommand;
import io.eventsec.cli.vulns.VulnsCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command itself; all it does is done by the commands below it. */
@Command(
    name = "eventsec",
    description = "Security events: collect, detect, look.",
    mixinStandardHelpOptions = true,
    versionProvider = EventsecCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      UpCommand.class,
      ShipCommand.class,
      RulesCommand.class,
      DetectCommand.class,
      NormalizeCommand.class,
      InventoryCommand.class,
      AdvisoriesCommand.class,
      VulnsCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CommandLine.HelpCommand.class
    })
final class EventsecCommand {

  /** Reads the version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream in = EventsecCommand.class.getResourceAsStream("version.properties")) {
        if (in != null) {
          properties.load(in);
        }
      }
      return new String[] {"eventsec " + properties.getProperty("version", "unknown")};
    }
  }
}
