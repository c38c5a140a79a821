package io.eventsec.core.sigma;

import java.util.Optional;

/**
 * Which logs a rule is about; at least one of the three is there. Names are in lower case.
 *
 * @param product the software: {@code windows}, {@code zeek}
 * @param category the kind of log whatever the software: {@code process_creation}, {@code dns}
 * @param service one of the product's logs: {@code sysmon}, {@code conn}
 */
public record Logsource(
    Optional<String> product, Optional<String> category, Optional<String> service) {

  /** The product of what this installation tells of itself. */
  private static final String OWN_PRODUCT = "eventsec";

  private static final String ALERT_SERVICE = "alert";
  private static final String FINDING_SERVICE = "finding";

  /** Of alerts, when rules look at them as events: product eventsec, service alert. */
  public static final Logsource ALERTS =
      new Logsource(Optional.of(OWN_PRODUCT), Optional.empty(), Optional.of(ALERT_SERVICE));

  /** Of findings that became news: product eventsec, service finding. */
  public static final Logsource FINDINGS =
      new Logsource(Optional.of(OWN_PRODUCT), Optional.empty(), Optional.of(FINDING_SERVICE));

  /**
   * True if a rule of this logsource is about what this installation tells of itself, and so about
   * no event that anybody sends: nobody can forge it.
   */
  public boolean isOwn() {
    return product.equals(ALERTS.product);
  }

  /** True if a rule of this logsource is about alerts. */
  public boolean isOfAlerts() {
    return isOwn() && !isOfFindings();
  }

  /** True if a rule of this logsource is about findings of vulnerabilities. */
  public boolean isOfFindings() {
    return isOwn() && service.equals(FINDINGS.service);
  }

  /** True if the other names at least what this one names. */
  public boolean covers(Logsource other) {
    return covers(product, other.product)
        && covers(category, other.category)
        && covers(service, other.service);
  }

  private static boolean covers(Optional<String> wanted, Optional<String> given) {
    return wanted.isEmpty() || wanted.equals(given);
  }

  /** As an analyst writes it: {@code product/category/service}, {@code *} for what isn't said. */
  @Override
  public String toString() {
    return product.orElse("*") + '/' + category.orElse("*") + '/' + service.orElse("*");
  }
}
