package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.vex.VexHost;
import io.eventsec.core.vuln.vex.VexPosition;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.VexFinding;
import io.eventsec.persistence.vulnerability.VexFindings;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The findings of a tenant that are not fixed, vulnerability by vulnerability: one page of them in
 * memory. The first is read when this is made, so that a database that is away is told in time. Not
 * thread-safe.
 */
final class VexPages implements Iterator<VexPosition> {
  private static final int AT_ONCE = 2_000;

  private final VexFindings findings;
  private final Tenant tenant;
  private final FindingFilter filter;
  private List<VexFinding> page;
  private int next;

  VexPages(VexFindings findings, Tenant tenant, FindingFilter filter) {
    this.findings = findings;
    this.tenant = tenant;
    this.filter = filter;
    this.page = findings.all(tenant, filter, Optional.empty(), AT_ONCE);
  }

  /** What the host is called that the first is on; empty if there is none. */
  Optional<String> host() {
    return page.stream().findFirst().flatMap(first -> first.position().host()).map(VexHost::name);
  }

  @Override
  public boolean hasNext() {
    if (next == page.size() && next == AT_ONCE) {
      page = findings.all(tenant, filter, Optional.of(page.get(next - 1)), AT_ONCE);
      next = 0;
    }
    return next < page.size();
  }

  @Override
  public VexPosition next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(next++).position();
  }
}
