package io.eventsec.cli.advisories;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code eventsec advisories}: the roof over what is done with feeds. */
@Command(
    name = "advisories",
    description = "Keep copies of feeds of advisories.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FetchCommand.class, CommandLine.HelpCommand.class})
public final class AdvisoriesCommand {}
