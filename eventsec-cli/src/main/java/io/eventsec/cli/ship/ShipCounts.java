package io.eventsec.cli.ship;

import io.eventsec.cli.send.Receipt;

/**
 * What became of records.
 *
 * @param accepted taken by the server, now or earlier; it has them on disk
 * @param duplicates of those, how many it had already
 * @param before known to be there from an earlier run, and not sent
 */
record ShipCounts(long accepted, long duplicates, long before) {
  static final ShipCounts NONE = new ShipCounts(0, 0, 0);

  ShipCounts plus(ShipCounts more) {
    return new ShipCounts(
        accepted + more.accepted, duplicates + more.duplicates, before + more.before);
  }

  ShipCounts plus(Receipt receipt) {
    return plus(new ShipCounts(receipt.events(), receipt.duplicate() ? receipt.events() : 0, 0));
  }
}
