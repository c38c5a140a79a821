package io.eventsec.core.intel.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.sigma.ast.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IndicatorSetPropertyTest {
  private static final String[] HOSTS = {
    "bad.example",
    "www.bad.example",
    "a.www.bad.example",
    "BAD.example.",
    "worse.example",
    "notbad.example",
    "bad.example.org",
    "x",
    "",
    ".",
    "..",
    "bad_.example",
    "bücher.example",
    "www.bücher.example",
    "a..bad.example",
    ".bad.example",
    "a b.bad.example",
    "192.0.2.1",
    "::1"
  };
  private static final String[] URLS = {
    "http://bad.example/",
    "http://bad.example",
    "HTTP://bad.example/",
    "http://bad.example:80/",
    "http://bad.example:8080/",
    "http://bad.example:443/",
    "https://bad.example:443/",
    "http://bad.example/#x",
    "http://bad.example/a?b=c%20d",
    "http://bad.example/a b",
    "http://bad.example/%zz",
    "http://bad.example/ü",
    "http://me@bad.example/",
    "/a",
    "",
    "http://192.0.2.1/",
    "http://[::1]/",
    "http://[0::1]/",
    "http://bad.example./",
    "http:///",
    "http://-bad.example/",
    "ftp://bad.example/",
    "http://bad.example:/",
    "http://bad.example?x",
    "http://bad.example:0080/",
    "http://bad_.example/",
    "http://x/",
    "http://bad.example/|^"
  };
  private static final String[] EMAILS = {
    "m@bad.example", "M@BAD.example.", "Mallory <m@bad.example>", "<m@bad.example",
        "m@bad.example>",
    "m@bücher.example", "@bad.example", "m", "a<b>c@d.example", "m m@bad.example"
  };
  private static final String[] FILES = {
    "a.exe", "A.EXE", "ü.exe", "Ü.exe", "", " ", "a/b", "x\u0001", "\ud800", "?", "İ.exe", "ı.exe"
  };
  private static final String[] HASHES = {
    "d41d8cd98f00b204e9800998ecf8427e",
    "D41D8CD98F00B204E9800998ECF8427E",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "g".repeat(32),
    "é".repeat(32),
    "0".repeat(64),
    "0".repeat(63)
  };

  @Property
  void match_findsWhatComparingOneByOneFinds(@ForAll long seed) {
    Random random = new Random(seed);
    Map<List<?>, ThreatIndicator> claims = new LinkedHashMap<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      claim(random)
          .ifPresent(
              claim -> {
                List<?> key = List.of(claim.indicator(), claim.origin().source());
                claims.put(key, claim);
              });
    }
    IndicatorSet.Builder builder = IndicatorSet.builder();
    claims.values().forEach(builder::accept);
    IndicatorSet set = builder.build();
    for (int i = 0; i < 20; i++) {
      Event event = event(random);
      assertThat(set.match(event))
          .as(() -> "of " + event.ecsFields() + " in " + claims.keySet())
          .containsExactlyInAnyOrderElementsOf(
              NaiveMatching.match(new ArrayList<>(claims.values()), event));
    }
  }

  private static Optional<ThreatIndicator> claim(Random random) {
    try {
      Indicator indicator = indicator(random);
      Instant from = Claims.NOON.plusSeconds(random.nextInt(100));
      ValidityPeriod validity =
          new ValidityPeriod(
              random.nextBoolean() ? Optional.of(from) : Optional.empty(),
              random.nextBoolean()
                  ? Optional.of(from.plusNanos(1_000L + random.nextInt(50) * 1_000_000_000L))
                  : Optional.empty());
      return Optional.of(
          new ThreatIndicator(
              indicator,
              IndicatorOrigin.of("source " + random.nextInt(3)),
              validity,
              OptionalInt.empty(),
              IndicatorDetails.NONE));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Indicator indicator(Random random) {
    IndicatorKind kind = IndicatorKind.values()[random.nextInt(IndicatorKind.values().length)];
    String value =
        switch (kind) {
          case ADDRESS -> address(random);
          case NETWORK -> network(random);
          case DOMAIN -> one(HOSTS, random);
          case URL -> one(URLS, random);
          case EMAIL -> one(EMAILS, random);
          case MD5, SHA1, SHA256 -> one(HASHES, random);
          case FILE_NAME -> one(FILES, random);
        };
    return new Indicator(kind, value);
  }

  /** Of few bits, so that addresses and networks meet. */
  private static String address(Random random) {
    return random.nextBoolean()
        ? "10.0." + random.nextInt(4) + '.' + random.nextInt(8)
        : "2001:db8::" + Integer.toHexString(random.nextInt(4)) + ':' + random.nextInt(8);
  }

  private static String network(Random random) {
    String address = address(random);
    boolean v4 = address.indexOf(':') < 0;
    int prefix = random.nextInt(10) == 0 ? 0 : (v4 ? 16 : 110) + random.nextInt(v4 ? 17 : 19);
    byte[] bytes = IpAddress.parse(address).orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        if (i * 8 + bit >= prefix) {
          bytes[i] &= (byte) ~(0x80 >> bit);
        }
      }
      String separator = i == 0 ? "" : v4 ? "." : i % 2 == 0 ? ":" : "";
      text.append(separator).append(v4 ? bytes[i] & 0xff : String.format("%02x", bytes[i]));
    }
    return text.toString() + '/' + prefix;
  }

  private static Event event(Random random) {
    List<String> fields = new ArrayList<>(LookupRole.OF_FIELDS.keySet());
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      String field = one(fields.toArray(String[]::new), random);
      LookupRole role = LookupRole.OF_FIELDS.getOrDefault(field, LookupRole.HOST);
      List<String> values = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        values.add(value(role, random));
      }
      chosen.put(field, values);
    }
    return Claims.event(Claims.NOON.plusSeconds(random.nextInt(150)), chosen);
  }

  private static String value(LookupRole role, Random random) {
    return switch (role) {
      case ADDRESS -> address(random);
      case HOST -> random.nextInt(4) == 0 ? address(random) : one(HOSTS, random);
      case URL -> one(URLS, random);
      case EMAIL -> one(EMAILS, random);
      case HASH -> one(HASHES, random);
      case FILE_NAME -> one(FILES, random);
    };
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  @Property
  void address_isReadAsTheRulesReadIt(@ForAll long seed) {
    Random random = new Random(seed);
    String text = addressLike(random);
    AddressBits bits = new AddressBits();
    Optional<byte[]> expected = IpAddress.parse(text);

    assertThat(bits.read(text)).as(text).isEqualTo(expected.isPresent());
    expected.ifPresent(
        bytes -> {
          Key key = bits.key(new Key(0));
          assertThat(key.toBytes()).as(text).isEqualTo(bytes);
        });
  }

  private static String addressLike(Random random) {
    String alphabet = random.nextBoolean() ? "0123456789." : "0123fF::..:g";
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(10);
    for (int i = 0; i < parts; i++) {
      int digits = random.nextInt(4);
      for (int j = 0; j <= digits; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length() > 11 ? 6 : 10)));
      }
      boolean odd = random.nextInt(12) == 0;
      char separator = alphabet.length() > 11 ? ':' : '.';
      text.append(odd ? alphabet.charAt(random.nextInt(alphabet.length())) : separator);
      if (random.nextInt(6) == 0) {
        text.append(separator);
      }
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }
}
