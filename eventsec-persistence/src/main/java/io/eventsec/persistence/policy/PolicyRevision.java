package io.eventsec.persistence.policy;

import jakarta.persistence.EntityManager;

/** The number that tells whoever runs rules that a decision has changed. */
final class PolicyRevision {
  private PolicyRevision() {}

  /** Raises it; whoever else decides something waits until the transaction ends. */
  static void raise(EntityManager entities) {
    entities
        .createNativeQuery(
            """
            insert into rule_policy_state as s (revision) values (1)
            on conflict (one_row) do update set revision = s.revision + 1""")
        .executeUpdate();
  }
}
