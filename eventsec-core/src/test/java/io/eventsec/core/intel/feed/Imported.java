package io.eventsec.core.intel.feed;

import io.eventsec.core.intel.IndicatorSighting;
import io.eventsec.core.intel.IndicatorSink;
import io.eventsec.core.intel.IndicatorWithdrawal;
import io.eventsec.core.intel.ThreatIndicator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a feed has said. */
final class Imported implements IndicatorSink {
  final List<ThreatIndicator> claims = new ArrayList<>();
  final List<IndicatorWithdrawal> withdrawals = new ArrayList<>();
  final List<IndicatorSighting> sightings = new ArrayList<>();

  ImportReport read(IndicatorFeed feed, String text) throws IOException {
    return feed.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), this);
  }

  /** As {@code KIND value}, in the order of the feed. */
  List<String> values() {
    return claims.stream()
        .map(claim -> claim.indicator().kind() + " " + claim.indicator().value())
        .toList();
  }

  @Override
  public void accept(ThreatIndicator claim) {
    claims.add(claim);
  }

  @Override
  public void withdraw(IndicatorWithdrawal withdrawal) {
    withdrawals.add(withdrawal);
  }

  @Override
  public void sighted(IndicatorSighting sighting) {
    sightings.add(sighting);
  }
}
