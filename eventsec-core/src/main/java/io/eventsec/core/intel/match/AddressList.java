package io.eventsec.core.intel.match;

import java.util.Arrays;

/** Addresses of records in the order they were added. Not thread-safe. */
final class AddressList {
  private int[] addresses = new int[64];
  private int size;

  void add(int address) {
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, size * 2);
    }
    addresses[size++] = address;
  }

  int get(int index) {
    return addresses[index];
  }

  int size() {
    return size;
  }
}
