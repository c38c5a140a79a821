package io.eventsec.core.policy;

import io.eventsec.core.event.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What tenants have decided about the rules, compiled. Immutable, safe to share between threads.
 */
public final class RulePolicies {
  /** Nobody has decided anything. */
  public static final RulePolicies NONE = new RulePolicies(Map.of());

  private final Map<Tenant, TenantPolicy> policies;

  private RulePolicies(Map<Tenant, TenantPolicy> policies) {
    this.policies = Map.copyOf(policies);
  }

  /**
   * Compiles decisions.
   *
   * @param settings one a tenant and rule
   * @param exceptions any number
   */
  public static RulePolicies compile(
      Collection<RuleSetting> settings, Collection<ExceptionFilter> exceptions) {
    Map<Tenant, List<RuleSetting>> settingsOf = byTenant(settings, RuleSetting::tenant);
    Map<Tenant, List<ExceptionFilter>> exceptionsOf = byTenant(exceptions, ExceptionFilter::tenant);
    Set<Tenant> tenants = new HashSet<>(settingsOf.keySet());
    tenants.addAll(exceptionsOf.keySet());
    Map<Tenant, TenantPolicy> policies = new HashMap<>();
    for (Tenant tenant : tenants) {
      policies.put(
          tenant,
          new TenantPolicy(
              settingsOf.getOrDefault(tenant, List.of()),
              exceptionsOf.getOrDefault(tenant, List.of())));
    }
    return new RulePolicies(policies);
  }

  private static <T> Map<Tenant, List<T>> byTenant(Collection<T> all, Function<T, Tenant> tenant) {
    Map<Tenant, List<T>> grouped = new HashMap<>();
    all.forEach(
        one -> grouped.computeIfAbsent(tenant.apply(one), key -> new ArrayList<>()).add(one));
    return grouped;
  }

  /** What that tenant has decided. */
  public TenantPolicy of(Tenant tenant) {
    return policies.getOrDefault(tenant, TenantPolicy.NONE);
  }
}
