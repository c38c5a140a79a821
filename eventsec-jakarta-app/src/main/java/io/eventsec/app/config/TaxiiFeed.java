package io.eventsec.app.config;

import io.eventsec.app.log.Printable;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.taxii.TaxiiCollection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection of a TAXII server that is polled.
 *
 * @param tenant whose indicators it gives
 * @param name of the feed
 * @param address of the collection
 * @param every how often it is polled, if not as often as the others
 */
public record TaxiiFeed(Tenant tenant, String name, URI address, Optional<Duration> every) {
  private static final int MOST = 50;
  private static final ValueType<Duration> EVERY = ValueTypes.duration("PT1M", "P30D");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<tenant>[a-z0-9][a-z0-9_-]{0,63})/)?(?<name>[a-z0-9][a-z0-9._-]{0,63})\\s+"
              + "(?<address>\\S{1,1900})(?:\\s+(?<every>\\S+))?");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<root>https?://[^/?#@]+/.*)collections/(?<id>[^/?#]{1,200})/?");
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.[0-9.]+|\\[::1\\])(:[0-9]+)?/.*");
  private static final Pattern LOGIN = Pattern.compile("//[^/\\s]*@");

  static final ValueType<List<TaxiiFeed>> LIST =
      new ValueType<>(
          "up to "
              + MOST
              + " of `feed address`, `tenant/feed address` or `feed address duration`, separated by commas,"
              + " each duration PT1M to P30D",
          TaxiiFeed::list,
          text -> LOGIN.matcher(text).replaceAll("//***@"));

  /** As it is configured: the name alone for the tenant of an installation that has only one. */
  public String label() {
    return tenant.equals(Tenant.DEFAULT) ? name : tenant.id() + '/' + name;
  }

  /** The collection, as it is asked for. */
  public TaxiiCollection collection(Optional<TaxiiLogin> login) {
    Matcher parts = matched(address);
    String id = URLDecoder.decode(parts.group("id").replace("+", "%2B"), StandardCharsets.UTF_8);
    TaxiiCollection open = TaxiiCollection.open(URI.create(parts.group("root")), id, name);
    return login.map(found -> found.of(open)).orElse(open);
  }

  private static List<TaxiiFeed> list(String text) throws InvalidValueException {
    List<TaxiiFeed> feeds = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      TaxiiFeed feed = one(part.strip());
      if (feeds.stream().map(TaxiiFeed::label).anyMatch(feed.label()::equals)) {
        throw new InvalidValueException("names the feed " + feed.label() + " twice");
      }
      feeds.add(feed);
      if (feeds.size() > MOST) {
        throw new InvalidValueException("names more than " + MOST + " collections");
      }
    }
    return feeds;
  }

  private static TaxiiFeed one(String text) throws InvalidValueException {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw bad(text, "is not like cti https://taxii.example.org/api1/collections/91a7b528/");
    }
    String tenant = parts.group("tenant");
    URI address = address(text, parts.group("address"));
    String every = parts.group("every");
    try {
      return new TaxiiFeed(
          tenant == null ? Tenant.DEFAULT : new Tenant(tenant),
          parts.group("name"),
          address,
          every == null ? Optional.empty() : Optional.of(EVERY.parse(every)));
    } catch (InvalidValueException e) {
      throw bad(text, e.rule());
    }
  }

  private static URI address(String text, String address) throws InvalidValueException {
    if (!address.startsWith("https://") && !LOOPBACK.matcher(address).matches()) {
      throw bad(text, "is not over https, as only an address of this machine may be");
    }
    try {
      URI uri = new URI(address);
      if (uri.getHost() == null || !ADDRESS.matcher(address).matches()) {
        throw bad(text, "has no address of a collection, which ends in collections/ and its id");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw bad(text, "has no address");
    }
  }

  private static Matcher matched(URI address) {
    Matcher parts = ADDRESS.matcher(address.toString());
    if (!parts.matches()) {
      throw new IllegalStateException("An address that was checked is none: " + address);
    }
    return parts;
  }

  private static InvalidValueException bad(String text, String rule) {
    String shown = Printable.of(LOGIN.matcher(text).replaceAll("//***@"));
    return new InvalidValueException("has the part '" + shown + "', which " + rule);
  }
}
