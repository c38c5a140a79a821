package io.eventsec.cli.rules;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code eventsec rules}: the roof over what is done with rules. */
@Command(
    name = "rules",
    description = "Look after Sigma rules.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, TestCommand.class, CommandLine.HelpCommand.class})
public final class RulesCommand {}
