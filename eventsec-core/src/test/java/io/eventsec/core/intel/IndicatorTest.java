package io.eventsec.core.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorTest {
  private static final String MD5 = "D41D8CD98F00B204E9800998ECF8427E";

  @ParameterizedTest
  @CsvSource({
    "ADDRESS, 192.0.2.1, 192.0.2.1",
    "ADDRESS, 2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "ADDRESS, 2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "ADDRESS, 0:0:0:0:0:0:0:0, ::",
    "ADDRESS, ::ffff:192.0.2.1, ::ffff:c000:201",
    "NETWORK, 10.0.0.0/8, 10.0.0.0/8",
    "NETWORK, 2001:DB8:0::/32, 2001:db8::/32",
    "NETWORK, 0.0.0.0/0, 0.0.0.0/0",
    "DOMAIN, Bad.Example., bad.example",
    "DOMAIN, bücher.example, xn--bcher-kva.example",
    "DOMAIN, _dmarc.bad.example, _dmarc.bad.example",
    "URL, HTTP://Bad.Example:80, http://bad.example/",
    "URL, https://bad.example:8443/A/b?q=1#part, https://bad.example:8443/A/b?q=1",
    "URL, 'http://[2001:DB8::1]/x', 'http://[2001:db8::1]/x'",
    "URL, http://bad_host.example/, http://bad_host.example/",
    "URL, http://B\u00fccher.example/\u00fc, http://xn--bcher-kva.example/%C3%BC",
    "URL, ftp://me:x@192.0.2.1:21, ftp://me:x@192.0.2.1/",
    "EMAIL, Mallory@Bad.Example, mallory@bad.example",
    "FILE_NAME, Setup (1).EXE, setup (1).exe"
  })
  void value_isBroughtToOneSpelling(IndicatorKind kind, String given, String canonical) {
    assertThat(new Indicator(kind, given).value()).isEqualTo(canonical);
    assertThat(kind.canonical(canonical)).as("once more").isEqualTo(canonical);
  }

  @Test
  void hash_isBroughtToLowerCase() {
    assertThat(new Indicator(IndicatorKind.MD5, MD5))
        .isEqualTo(new Indicator(IndicatorKind.MD5, MD5.toLowerCase(java.util.Locale.ROOT)));
    assertThat(new Indicator(IndicatorKind.SHA1, "A".repeat(40)).value()).hasSize(40);
    assertThat(new Indicator(IndicatorKind.SHA256, "0".repeat(64)).value()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESS, 192.0.2.256",
    "ADDRESS, 192.0.2.01",
    "ADDRESS, fe80::1%eth0",
    "ADDRESS, bad.example",
    "NETWORK, 192.0.2.1",
    "NETWORK, 192.0.2.1/24",
    "NETWORK, 192.0.2.0/33",
    "DOMAIN, localhost",
    "DOMAIN, 192.0.2.1",
    "DOMAIN, bad[.]example",
    "DOMAIN, -bad.example",
    "DOMAIN, bad..example",
    "URL, bad.example/x",
    "URL, hxxp://bad.example/",
    "URL, file:///etc/passwd",
    "URL, http://localhost/",
    "URL, 'http://bad.example/a b'",
    "URL, http://bad.example:99999999/",
    "EMAIL, mallory",
    "EMAIL, @bad.example",
    "EMAIL, a b@bad.example",
    "MD5, d41d8cd98f00b204e9800998ecf8427",
    "SHA1, d41d8cd98f00b204e9800998ecf8427e",
    "SHA256, zz",
    "FILE_NAME, C:\\temp\\x.exe",
    "FILE_NAME, /bin/sh"
  })
  void value_ofAnotherKind_isRefusedWithTheValueAndACure(IndicatorKind kind, String given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Indicator(kind, given))
        .withMessageMatching("(?s).*'[^']*" + offending(given) + "[^']*'.*; use .*");
  }

  /** The whole of it, or the part that is wrong: a prefix, the host of an address. */
  private static String offending(String given) {
    int slash = given.lastIndexOf('/');
    boolean part = given.endsWith("/33") || given.equals("http://localhost/");
    return Pattern.quote(!part ? given : given.endsWith("/33") ? "33" : given.substring(7, slash));
  }

  @Test
  void network_withBitsBeyondItsPrefix_isRefusedWithTheOneMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Indicator(IndicatorKind.NETWORK, "10.1.2.3/8"))
        .withMessage("'10.1.2.3/8' has bits set beyond its prefix; use 10.0.0.0/8");
  }

  @Test
  void value_tooLong_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Indicator(IndicatorKind.URL, "http://a.example/" + "x".repeat(2000)))
        .withMessage("Value of 2017 characters: use at most 2000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Indicator(IndicatorKind.FILE_NAME, "x".repeat(256)));
    assertThat(new Indicator(IndicatorKind.FILE_NAME, "x".repeat(255)).value()).hasSize(255);
    assertThatIllegalArgumentException()
        .as("longer in the spelling of its kind")
        .isThrownBy(
            () -> new Indicator(IndicatorKind.URL, "http://a.example/" + "\u00fc".repeat(400)))
        .withMessage("Value of 2417 characters: use at most 2000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Indicator(IndicatorKind.FILE_NAME, "x\ud800"));
  }

  @Property
  void address_spelled_isTheSameAddress(@ForAll @Size(8) int[] groups) throws UnknownHostException {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      // Every other group is zero more often than chance has it, for the runs.
      int group = groups[i] % 3 == 0 ? 0 : groups[i] & 0xffff;
      bytes[2 * i] = (byte) (group >> 8);
      bytes[2 * i + 1] = (byte) group;
    }
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    String canonical = IndicatorKind.ADDRESS.canonical(text);
    assertThat(InetAddress.getByName(canonical)).isEqualTo(InetAddress.getByName(text));
    assertThat(IndicatorKind.ADDRESS.canonical(canonical)).isEqualTo(canonical);
    assertThat(canonical).doesNotContainPattern("::.*::");
  }

  @Property
  void network_masked_isItsOwnSpelling(@ForAll int address, @ForAll @IntRange(max = 32) int prefix)
      throws UnknownHostException {
    int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
    int network = address & mask;
    byte[] bytes = {
      (byte) (network >> 24), (byte) (network >> 16), (byte) (network >> 8), (byte) network
    };
    String text = InetAddress.getByAddress(bytes).getHostAddress() + '/' + prefix;
    assertThat(IndicatorKind.NETWORK.canonical(text)).isEqualTo(text);
  }
}
