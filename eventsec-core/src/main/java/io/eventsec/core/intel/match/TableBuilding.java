package io.eventsec.core.intel.match;

import io.eventsec.core.intel.match.NetworkTable.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes the tables of the claims that are in force. Used once. */
final class TableBuilding {
  private static final int MOST_OF_ONE = 16;

  private final ClaimRecords records;
  private final Key key;
  private int indicators;
  private int claims;
  private int crowdedOut;

  TableBuilding(ClaimRecords records, Key key) {
    this.records = records;
    this.key = key;
  }

  IndicatorTables build(AddressList added, Map<String, Long> sightings) {
    KeyTable objects = objects(added);
    KeyTable values = new KeyTable(records::hasKey, added.size());
    for (int i = 0; i < added.size(); i++) {
      int address = added.get(i);
      if (!records.isWithdrawal(address) && isInForce(address, objects)) {
        add(address, values);
      }
    }
    NetworkTable v4 = new NetworkTable(networks(values, Integer.BYTES + 1));
    NetworkTable v6 = new NetworkTable(networks(values, Long.BYTES * 2 + 1));
    IndicatorTables.Counts counts = new IndicatorTables.Counts(indicators, claims, crowdedOut);
    return new IndicatorTables(records, values, v4, v6, sightings, counts);
  }

  /** The record of each object that decides which of its others are in force. */
  private KeyTable objects(AddressList added) {
    KeyTable objects = new KeyTable(records::hasKey, added.size());
    for (int i = 0; i < added.size(); i++) {
      int address = added.get(i);
      byte[] id = records.id(address);
      if (id.length > 0) {
        int decided = objects.find(IdBytes.key(key, id));
        if (decided == 0) {
          objects.add(key, address);
        } else if (isLater(records.version(address), records.version(decided))) {
          objects.replace(key, decided, address);
        }
      }
    }
    return objects;
  }

  /** What tells no version is later than all that came before. */
  private static boolean isLater(long version, long than) {
    return version >= than || version == ClaimRecords.NO_VERSION;
  }

  private boolean isInForce(int address, KeyTable objects) {
    byte[] id = records.id(address);
    if (id.length == 0) {
      return true;
    }
    int decided = objects.find(IdBytes.key(key, id));
    return !records.isWithdrawal(decided) && records.version(address) == records.version(decided);
  }

  private void add(int address, KeyTable values) {
    int first = values.find(records.key(address, key));
    if (first == 0) {
      values.add(key, address);
      indicators++;
      claims++;
      return;
    }
    int before = 0;
    int count = 0;
    for (int one = first; one != 0; one = records.next(one)) {
      if (records.areOfOneObject(one, address)) {
        records.setNext(address, records.next(one));
        if (before == 0) {
          values.replace(key, one, address);
        } else {
          records.setNext(before, address);
        }
        return;
      }
      before = one;
      count++;
    }
    append(before, count, address);
  }

  private void append(int last, int count, int address) {
    if (count == MOST_OF_ONE) {
      crowdedOut++;
    } else {
      records.setNext(last, address);
      claims++;
    }
  }

  private List<Network> networks(KeyTable values, int length) {
    List<Network> networks = new ArrayList<>();
    values
        .addresses()
        .forEach(
            address -> {
              records.key(address, key);
              if (key.kind() == KeyKind.NETWORK && key.length() == length) {
                networks.add(network(key.toBytes(), address));
              }
            });
    return networks;
  }

  private static Network network(byte[] bytes, int address) {
    int last = bytes.length - 1;
    byte[] first = Arrays.copyOf(Arrays.copyOf(bytes, last), Long.BYTES * 2);
    RecordReader in = new RecordReader(first, 0);
    return new Network(in.whole(), in.whole(), bytes[last] & 0xff, address);
  }
}
