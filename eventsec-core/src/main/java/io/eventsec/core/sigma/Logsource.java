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

  /** As an analyst writes it: {@code product/category/service}, {@code *} for what isn't said. */
  @Override
  public String toString() {
    return product.orElse("*") + '/' + category.orElse("*") + '/' + service.orElse("*");
  }
}
