package io.eventsec.persistence.riskpolicy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.risk.InvalidRiskPolicyException;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads policies where statements need them. */
public final class StoredPolicy {
  /** The label of the policy in force for the tenant of {@code a}; its parameter the default's. */
  public static final String LABEL_IN_FORCE =
      """
      coalesce((select choice.name || ' ' || choice.version from risk_policy_choices choice
        where choice.tenant = a.tenant), ?)""";

  private static final String IN_FORCE =
      """
      select p.definition from risk_policy_choices c join risk_policies p
        on p.tenant = c.tenant and p.name = c.name and p.version = c.version
      where c.tenant = ?""";

  private StoredPolicy() {}

  /** The policy that is in force for a tenant, as this transaction sees it. */
  public static RiskPolicy inForce(Connection connection, Tenant tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IN_FORCE)) {
      query.setString(1, tenant.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? read(row.getString(1)) : RiskPolicy.DEFAULT;
      }
    }
  }

  static RiskPolicy read(String definition) {
    try {
      return RiskPolicyDocument.read(definition.getBytes(StandardCharsets.UTF_8)).policy();
    } catch (InvalidRiskPolicyException e) {
      throw new IllegalStateException(
          "What is in the column risk_policies.definition was not written by this program", e);
    }
  }
}
