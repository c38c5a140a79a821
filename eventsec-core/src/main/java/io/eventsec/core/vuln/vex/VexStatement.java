package io.eventsec.core.vuln.vex;

import java.util.List;

/**
 * One claim about one vulnerability in some products. Immutable and thread-safe.
 *
 * @param products at least one
 */
public record VexStatement(
    VexVulnerability vulnerability, List<VexProduct> products, VexClaim claim, VexSource source) {
  /** Copies the list. */
  public VexStatement {
    products = List.copyOf(products);
  }
}
