package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * JSON that products hand out by their interfaces and log streams, each told by its look: services
 * for people and their sign-ins, endpoint protection, clouds' networks, mail and web gateways,
 * scanners, records of the Open Cybersecurity Schema Framework. Tables say it all, one for each
 * subject or maker; {@code event.dataset} says which product it is. Of several looks that fit a
 * record the first counts: in each table the more particular kinds of a product come before those
 * whose looser looks would take them too, and the schemas that many products share come last.
 */
public final class ProductJson extends DeviceFormat {
  static final FieldTable TABLE =
      FieldTable.read(
          "products/common.table",
          "products/cloudflare-requests.table",
          "products/cloudflare.table",
          "products/zscaler.table",
          "products/mail.table",
          "products/identity.table",
          "products/passwords.table",
          "products/salesforce.table",
          "products/chats.table",
          "products/developers.table",
          "products/databases.table",
          "products/services.table",
          "products/crowdstrike.table",
          "products/sentinel-one.table",
          "products/microsoft-defender.table",
          "products/carbon-black.table",
          "products/trellix.table",
          "products/findings.table",
          "products/platforms.table",
          "products/intelligence.table",
          "products/device-management.table",
          "products/containers.table",
          "products/endpoints.table",
          "products/cloud-findings.table",
          "products/clouds.table",
          "products/gateways.table",
          "products/flows.table",
          "products/networks.table",
          "products/azure.table",
          "products/exposure.table",
          "products/servers.table",
          "products/audits.table",
          "products/alerts.table",
          "products/indicators.table",
          "products/envelopes.table");

  private static final long NANOS = 1_000_000_000L;
  private static final long LAST_SECOND = 253_402_300_799L;

  /**
   * Makes the format.
   *
   * @param zone where the products' clocks stand that write no zone
   */
  public ProductJson(ZoneId zone) {
    super("product-json", TABLE, zone);
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return TABLE.kindOf(nativeRecord).isPresent();
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return TABLE.kindOf(said).stream().toList();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    fraction(said, out);
    Addresses.split(out);
    AzureFlows.write(said, out);
    url(out);
    process(out, "process");
    process(out, "process.parent");
    FullNames.write(said, out);
    Accounts.complete(out);
    IndicatorFields.write(said, out);
    FoundMessage.outcome(out);
    WebNames.write(out);
  }

  /** Atlassian's servers write what is below a second apart. */
  private static void fraction(NativeRecord said, EcsWriter out) {
    Long second = Numbers.whole(said.text("timestamp.epochSecond").orElse(""));
    Long nano = Numbers.whole(said.text("timestamp.nano").orElse(""));
    if (second != null && nano != null && nano >= 0 && nano < NANOS) {
      out.event().time(Instant.ofEpochSecond(Math.min(second, LAST_SECOND), nano));
    }
  }

  private static void url(EcsWriter out) {
    if (out.get("url.path") == null) {
      out.text("url.original").or(() -> out.text("url.full")).ifPresent(url -> url(url, out));
    }
  }

  private static void url(String url, EcsWriter out) {
    String host = url.substring(0, UrlFields.authorityEnd(url, 0));
    boolean isAddress =
        out.get("url.domain") == null
            && host.indexOf('.') > 0
            && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-:".indexOf(c) >= 0);
    if (isAddress) {
      DeviceUrl.setWithoutScheme(out, url);
    } else {
      UrlFields.set(out, out.text("url.domain").orElse(""), url, 80);
    }
  }

  private static void process(EcsWriter out, String role) {
    if (out.get(role + ".name") == null) {
      out.text(role + ".executable")
          .ifPresent(path -> out.put(role + ".name", FileNames.name(path)));
    }
  }
}
