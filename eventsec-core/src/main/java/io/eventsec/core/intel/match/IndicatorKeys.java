package io.eventsec.core.intel.match;

import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The keys that indicators are found by. Not thread-safe. */
final class IndicatorKeys {
  private final Key key;
  private final AddressBits bits = new AddressBits();

  IndicatorKeys(Key key) {
    this.key = key;
  }

  /** The key of an indicator, which the next call changes. */
  Key of(Indicator indicator) {
    String value = indicator.value();
    return switch (indicator.kind()) {
      case ADDRESS -> address(value).key(key);
      case NETWORK -> {
        int slash = value.indexOf('/');
        int prefix = Integer.parseInt(value.substring(slash + 1));
        yield address(value.substring(0, slash)).networkKey(key, prefix);
      }
      case MD5, SHA1, SHA256 -> bytes(KeyKind.HASH, HexFormat.of().parseHex(value));
      case DOMAIN, URL, EMAIL, FILE_NAME ->
          bytes(KeyKind.of(indicator.kind()), value.getBytes(StandardCharsets.UTF_8));
    };
  }

  private Key bytes(KeyKind kind, byte[] value) {
    key.clear(kind, value.length).add(value);
    return key.digested();
  }

  private AddressBits address(String text) {
    if (!bits.read(text)) {
      throw new IllegalStateException("An indicator that is no address: " + text);
    }
    return bits;
  }

  /** The value that has that key, in a spelling of its kind. */
  static String text(IndicatorKind kind, byte[] key) {
    return switch (KeyKind.of(kind)) {
      case ADDRESS -> address(key);
      case NETWORK ->
          address(Arrays.copyOf(key, key.length - 1)) + '/' + (key[key.length - 1] & 0xff);
      case HASH -> HexFormat.of().formatHex(key);
      default -> new String(key, StandardCharsets.UTF_8);
    };
  }

  private static String address(byte[] bytes) {
    try {
      return bytes.length == Integer.BYTES
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : groups(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address of " + bytes.length + " bytes", e);
    }
  }

  /** Not by {@link InetAddress}, which takes some addresses of IPv6 for those of IPv4. */
  private static String groups(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      int group = (bytes[i] & 0xff) << Byte.SIZE | bytes[i + 1] & 0xff;
      text.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
    }
    return text.toString();
  }
}
