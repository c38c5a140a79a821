package io.eventsec.cli.ship;

import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.send.IngestClient;
import io.eventsec.cli.send.IngestTarget;
import io.eventsec.cli.send.Patience;
import io.eventsec.cli.send.WaitingNotes;
import io.eventsec.cli.ship.FileShipper.ShipPlan;
import io.eventsec.cli.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ships files as they are, one after another. */
record OnceShipping(
    IngestTarget target,
    ShipState remembered,
    boolean again,
    int batch,
    int inFlight,
    Terminal terminal) {

  /** Ships them under their own identities. */
  void ship(List<InputFile> inputs, Patience patience) throws IOException, InterruptedException {
    ShipCounts total = ShipCounts.NONE;
    for (InputFile input : inputs) {
      total = total.plus(ship(input, Optional.empty(), patience));
    }
    if (inputs.size() > 1) {
      terminal.print(
          inputs.size()
              + " files: "
              + total.accepted()
              + " accepted, "
              + total.duplicates()
              + " of them duplicates, "
              + total.before()
              + " sent by earlier runs");
    }
  }

  /**
   * Ships a file.
   *
   * @param origin what its records are numbered under; empty for its own identity
   */
  ShipCounts ship(InputFile input, Optional<String> origin, Patience patience)
      throws IOException, InterruptedException {
    ShipPlan plan = new ShipPlan(target, remembered, origin, again, batch, inFlight, terminal);
    IngestClient client = new IngestClient(target, patience, new WaitingNotes(terminal)::waiting);
    ExecutorService senders = Executors.newFixedThreadPool(inFlight);
    try {
      return new FileShipper(plan, client, senders, input).ship();
    } finally {
      senders.shutdownNow();
    }
  }
}
