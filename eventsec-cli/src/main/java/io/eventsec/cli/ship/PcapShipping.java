package io.eventsec.cli.ship;

import io.eventsec.cli.input.InputFile;
import io.eventsec.cli.pcap.CaptureStore;
import io.eventsec.cli.pcap.Captures;
import io.eventsec.cli.send.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ships what Suricata finds in captures, under what each capture is known by. */
record PcapShipping(PcapOptions options, ShipState remembered, boolean again) {

  void ship(OnceShipping shipping, Patience patience) throws IOException, InterruptedException {
    List<Path> captures = Captures.in(options.place());
    Path kept = remembered.captures(shipping.target());
    CaptureStore store = new CaptureStore(kept, options.suricata());
    for (Path capture : captures) {
      String key = CaptureStore.key(capture);
      if (store.isDone(key) && !again) {
        shipping.terminal().print(capture + ": sent by an earlier run");
        continue;
      }
      Path events = store.events(key, capture);
      shipping.terminal().note(capture + ": read by Suricata");
      shipping.ship(new InputFile(events), Optional.of(key), patience);
      remembered.forget(shipping.target(), events);
      store.done(key);
    }
  }
}
