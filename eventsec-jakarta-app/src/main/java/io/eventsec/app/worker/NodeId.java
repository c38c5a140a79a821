package io.eventsec.app.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What this node calls itself where others can see it: new with each start. */
@ApplicationScoped
public class NodeId {
  private static final int MOST_OF_HOST = 100;

  private final String value = host() + '/' + HexFormat.of().formatHex(random());

  /** The host's name and a random part. */
  public String value() {
    return value;
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.substring(0, Math.min(name.length(), MOST_OF_HOST));
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
