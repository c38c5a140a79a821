package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.event.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that are to be run over what they have not seen, and how far that has come. Safe to share
 * between threads and nodes.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store does not answer.
 */
public interface ReevaluationStore {

  /** The one that was asked for first of those that are not finished; it is running from now on. */
  Optional<Reevaluation> next();

  /**
   * Alerts, their outbox entries and how far it has come, in one transaction: all of it or nothing.
   * When it has come to {@link Reevaluation#last()} it is done.
   *
   * @return the alerts that are new, in the order given
   * @throws PositionConflictException if it no longer stands where the part began, or is finished:
   *     another node was faster, and nothing was written
   */
  List<Alert> commit(ReevaluationCommit commit);

  /**
   * Ends one that cannot go on; what it has done stays done. Nothing if it is finished.
   *
   * @param reason why, for people
   */
  void fail(Reevaluation reevaluation, String reason);

  /** Over what rules have been run again, or are going to be, by version of the rule. */
  Map<RuleRef, List<ReevaluatedRange>> ranges(Tenant tenant, Collection<RuleRef> rules);
}
