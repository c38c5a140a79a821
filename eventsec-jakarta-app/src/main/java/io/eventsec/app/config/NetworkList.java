package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import java.util.ArrayList;
import java.util.List;

/** Blocks of addresses, separated by commas. */
final class NetworkList {
  private static final int MOST = 200;

  static final ValueType<List<String>> TYPE =
      new ValueType<>(
          "1 to " + MOST + " blocks of addresses such as `192.168.0.0/16`, separated by commas",
          NetworkList::parse);

  private NetworkList() {}

  private static List<String> parse(String text) throws InvalidValueException {
    List<String> networks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      networks.add(one(part.strip()));
      if (networks.size() > MOST) {
        throw new InvalidValueException("names more than " + MOST + " blocks");
      }
    }
    return networks;
  }

  private static String one(String text) throws InvalidValueException {
    try {
      return new Indicator(IndicatorKind.NETWORK, text).value();
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "has the part '" + Printable.of(text) + "', which is no block of addresses");
    }
  }
}
