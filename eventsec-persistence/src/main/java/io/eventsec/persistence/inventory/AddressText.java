package io.eventsec.persistence.inventory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** IP addresses as literals; nothing here asks a name server. */
final class AddressText {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private AddressText() {}

  /**
   * Checks one.
   *
   * @throws IllegalArgumentException if it is no literal of IPv4 or IPv6
   */
  static void check(String address) {
    if (!IPV4.matcher(address).matches() && !ipv6(address)) {
      throw new IllegalArgumentException(
          "Address '"
              + address
              + "' is no IPv4 or IPv6 address; send it without a prefix length or zone");
    }
  }

  private static boolean ipv6(String address) {
    if (!IPV6_CHARACTERS.matcher(address).matches() || address.indexOf(':') < 0) {
      return false;
    }
    try {
      // With a colon in it, it is read as a literal or refused, and never looked up.
      InetAddress.getByName(address);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
