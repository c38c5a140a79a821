package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.ast.CidrBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who may send syslog.
 *
 * @param tenant whose messages they are
 * @param source the name they are kept under
 * @param credential what tells the sender from others
 */
public record SyslogSender(Tenant tenant, String source, Credential credential) {
  private static final int MOST = 200;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<tenant>[a-z0-9][a-z0-9_-]{0,63})/)?(?<source>[a-z0-9][a-z0-9._-]{0,63})\\s+(?<who>\\S{1,300})");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  static final ValueType<List<SyslogSender>> LIST =
      new ValueType<>(
          "up to "
              + MOST
              + " of `source network` or `tenant/source network`, separated by commas; for TLS `dns:`, `cn:` or"
              + " `sha256:` and what the client's certificate has stands in the network's place",
          SyslogSender::list);

  /** What tells a sender from others. */
  public sealed interface Credential permits Network, Certificate {}

  /**
   * The block of addresses that it sends from.
   *
   * @param block with which addresses are compared
   */
  public record Network(CidrBlock block) implements Credential {}

  /**
   * The certificate that it shows.
   *
   * @param part which part of it is compared
   * @param value that the part must have; names in lower case
   */
  public record Certificate(Part part, String value) implements Credential {}

  /** A part of a certificate, the most particular first. */
  public enum Part {
    /** The SHA-256 of all of it, in hexadecimal. */
    SHA256,
    /** One of the names of hosts it was made for. */
    DNS,
    /** The subject's common name. */
    CN
  }

  private static List<SyslogSender> list(String text) throws InvalidValueException {
    List<SyslogSender> senders = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      SyslogSender sender = one(part.strip());
      if (senders.stream().map(SyslogSender::credential).anyMatch(sender.credential()::equals)) {
        throw bad(part.strip(), "says twice who sends");
      }
      senders.add(sender);
      if (senders.size() > MOST) {
        throw new InvalidValueException("names more than " + MOST + " senders");
      }
    }
    return senders;
  }

  private static SyslogSender one(String text) throws InvalidValueException {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw bad(text, "is not like firewall 192.0.2.0/24 or dc dns:dc1.example.org");
    }
    String tenant = parts.group("tenant");
    return new SyslogSender(
        tenant == null ? Tenant.DEFAULT : new Tenant(tenant),
        parts.group("source"),
        credential(text, parts.group("who")));
  }

  private static Credential credential(String text, String who) throws InvalidValueException {
    for (Part part : Part.values()) {
      String prefix = part.name().toLowerCase(Locale.ROOT) + ':';
      if (who.startsWith(prefix) && who.length() > prefix.length()) {
        String value = who.substring(prefix.length()).toLowerCase(Locale.ROOT);
        return new Certificate(part, part == Part.SHA256 ? digest(text, value) : value);
      }
    }
    try {
      return new Network(CidrBlock.parse(who));
    } catch (IllegalArgumentException e) {
      throw bad(text, "names no sender: " + e.getMessage());
    }
  }

  /** As openssl prints it, too. */
  private static String digest(String text, String value) throws InvalidValueException {
    String digits = value.replace(":", "");
    if (!DIGEST.matcher(digits).matches()) {
      throw bad(text, "has no SHA-256, which is 64 hexadecimal digits");
    }
    return digits;
  }

  private static InvalidValueException bad(String text, String rule) {
    return new InvalidValueException("has the part '" + Printable.of(text) + "', which " + rule);
  }
}
