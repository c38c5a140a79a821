package io.eventsec.core.sigma.ast;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block of IPv4 or IPv6 addresses ({@code 10.0.0.0/8}, {@code 2001:db8::/32}). Immutable. */
public final class CidrBlock {
  private final byte[] network;
  private final int prefix;

  private CidrBlock(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * Reads an address with a prefix length, or an address alone, which is a block of one.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is neither, or has bits set beyond
   *     the prefix
   */
  public static CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] network =
        IpAddress.parse(address)
            .orElseThrow(
                () -> new IllegalArgumentException("'" + address + "' is not an IP address"));
    int bits = network.length * Byte.SIZE;
    CidrBlock block = new CidrBlock(network, slash < 0 ? bits : prefix(text, slash, bits));
    if (!block.isClean()) {
      throw new IllegalArgumentException("'" + text + "' has bits set beyond its prefix length");
    }
    return block;
  }

  private static int prefix(String text, int slash, int bits) {
    String digits = text.substring(slash + 1);
    if (digits.matches("[0-9]{1,3}")) {
      int prefix = Integer.parseInt(digits);
      if (prefix <= bits) {
        return prefix;
      }
    }
    throw new IllegalArgumentException(
        "Prefix length '" + digits + "' is not a number from 0 to " + bits);
  }

  private boolean isClean() {
    for (int bit = prefix; bit < network.length * Byte.SIZE; bit++) {
      if ((network[bit >> 3] & (0x80 >> (bit & 7))) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The address of the network: 4 or 16 bytes, a copy. */
  public byte[] network() {
    return network.clone();
  }

  /** How many of the network's bits count, from the first. */
  public int prefix() {
    return prefix;
  }

  /** True if the text is an address of this block's family inside it. */
  public boolean contains(String address) {
    Optional<byte[]> parsed = IpAddress.parse(address);
    return parsed.isPresent() && contains(parsed.get());
  }

  /**
   * True if the address is inside.
   *
   * @param address 4 or 16 bytes, as {@link IpAddress#parse} gives; an IPv4 address is never in an
   *     IPv6 block, nor the other way round
   */
  public boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = prefix >> 3;
    if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = prefix & 7;
    return rest == 0 || ((address[whole] ^ network[whole]) & (0xff00 >> rest) & 0xff) == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CidrBlock that
        && prefix == that.prefix
        && Arrays.equals(network, that.network);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(network) * 31 + prefix;
  }

  /** The network in hexadecimal, a slash and the prefix length. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(network) + '/' + prefix;
  }
}
