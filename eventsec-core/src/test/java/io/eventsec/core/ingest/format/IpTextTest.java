package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "0000:0000:0000:0000:0000:0000:0000:0001, ::1",
    "2001:0DB8:0001:0000:0000:0000:0000:0001, 2001:db8:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::, ::",
    "1::, 1::",
    "fe80::1%eth0, fe80::1",
    "::ffff:192.0.2.1, ::ffff:c000:201",
  })
  void canonical_address_isInTheFormOfRfc5952(String text, String canonical) {
    assertThat(IpText.canonical(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.",
        ".1.2.3",
        "1.2.3.4 ",
        "a.b.c.d",
        ":",
        ":::",
        "1:2",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:8::",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "www.example.com",
        "192.0.2.0/24"
      })
  void canonical_anythingElse_isNone(String text) {
    assertThat(IpText.canonical(text)).isNull();
  }

  @Property
  void canonical_anyIpv6_staysTheSameAddress(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    String canonical = String.valueOf(IpText.canonical(address.getHostAddress()));

    assertThat(InetAddress.getByName(canonical)).isEqualTo(address);
    assertThat(IpText.canonical(canonical)).isEqualTo(canonical);
  }
}
