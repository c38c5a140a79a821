package io.eventsec.cli.advisories;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.TerminalCommand;
import io.eventsec.core.vuln.mirror.FeedMirror;
import io.eventsec.core.vuln.mirror.MirrorLimits;
import io.eventsec.core.vuln.mirror.MirrorOutcome;
import io.eventsec.core.vuln.mirror.MirroredFeed;
import io.eventsec.nvd.NvdMirror;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eventsec advisories fetch}: brings copies up to date. */
@Command(
    name = "fetch",
    description = {
      "Fetch what is new of feeds into a directory, which 'vulns --advisories' and the server read.",
      "What cannot be read, is cut off, or lost a fifth of its records leaves the old copy in force.",
      "Status 0 if all is up to date, 1 if one is not."
    })
final class FetchCommand extends TerminalCommand {
  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "The directory; it is made if it is not there.")
  private Path directory = Path.of("");

  @Option(
      names = "--osv",
      paramLabel = "ECOSYSTEM",
      description = {
        "All advisories of an ecosystem of osv.dev: Debian, Ubuntu, AlmaLinux, Maven, npm, PyPI, Go …;",
        "may be given several times."
      })
  private List<String> ecosystems = List.of();

  @Option(names = "--kev", description = "CISA's known exploited vulnerabilities.")
  private boolean kev;

  @Option(names = "--epss", description = "FIRST's EPSS of today.")
  private boolean epss;

  @ArgGroup(exclusive = false)
  private @Nullable NvdOptions nvd;

  @Option(
      names = "--feed",
      paramLabel = "NAME=ADDRESS",
      description = {
        "Another file: Vulnrichment, a mirror of one's own; may be given several times.",
        "It is named .zip, .json, .jsonl or .csv, .gz behind it if it is packed."
      })
  private List<String> others = List.of();

  @Option(
      names = "--accept-smaller",
      description = "Take a feed that lost many records: somebody has looked why.")
  private boolean acceptSmaller;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<MirroredFeed> feeds = feeds();
    NvdOptions ofNvd = nvd;
    if (feeds.isEmpty() && ofNvd == null) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, "no feed is named", "use --osv, --kev, --epss, --nvd or --feed");
    }
    FeedMirror mirror = new FeedMirror(directory, MirrorLimits.DEFAULT, InstantSource.system());
    // The key is looked for before anything is fetched.
    Optional<NvdMirror> ofApi =
        Optional.ofNullable(ofNvd)
            .map(options -> new NvdMirror(directory, options.access(), InstantSource.system()));
    boolean current = true;
    for (MirroredFeed feed : feeds) {
      current &= tell(feed.fileName(), mirror.fetch(feed, acceptSmaller, () -> {}));
    }
    if (ofApi.isPresent()) {
      current &= tell(NvdMirror.FEED, ofApi.get().fetch(() -> {}));
    }
    return current ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private List<MirroredFeed> feeds() {
    List<MirroredFeed> feeds = new ArrayList<>();
    try {
      ecosystems.forEach(ecosystem -> feeds.add(MirroredFeed.osv(ecosystem)));
      others.forEach(other -> feeds.add(MirroredFeed.parse(other)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, String.valueOf(e.getMessage()), "mend the option", e);
    }
    if (kev) {
      feeds.add(MirroredFeed.kev());
    }
    if (epss) {
      feeds.add(MirroredFeed.epss());
    }
    return feeds;
  }

  private boolean tell(String feed, MirrorOutcome outcome) {
    if (outcome instanceof MirrorOutcome.Unchanged) {
      terminal().note("%s: nothing new", feed);
      return true;
    }
    if (outcome instanceof MirrorOutcome.Updated updated) {
      terminal()
          .note(
              "%s: %d records, %d that cannot be read", feed, updated.records(), updated.refused());
      return true;
    }
    if (outcome instanceof MirrorOutcome.HeldBack held) {
      terminal()
          .fail(
              feed
                  + " is held back: "
                  + held.records()
                  + " records came where "
                  + held.before()
                  + " are",
              "look why, and use --accept-smaller if it is meant");
      return false;
    }
    terminal().fail(((MirrorOutcome.Failed) outcome).why(), "");
    return false;
  }
}
