package io.eventsec.cli.inventory;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.TreeSet;

/** The addresses that others know this host by. */
final class HostAddresses {
  private static final int MOST = 100;

  private HostAddresses() {}

  /** Those that mean this host elsewhere too; none if the system does not say. */
  static Set<String> read() {
    Set<String> addresses = new TreeSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(HostAddresses::text)
          .limit(MOST)
          .forEach(addresses::add);
    } catch (SocketException e) {
      return Set.of(); // the name has to do
    }
    return addresses;
  }

  /** Without the name of the interface, which means nothing elsewhere. */
  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
