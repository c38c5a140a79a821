package io.eventsec.core.pipeline;

import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.ReevaluationStore;
import io.eventsec.core.spi.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs rules over what they have not seen. Each step takes the re-evaluation that was asked for
 * first, runs its rule over the next part, and commits what was found together with how far it has
 * come: a step that is cut off is done again, and raises the same alerts under the same ids. They
 * are those that the rule would have raised when the events came; the ADR on the coverage ledger
 * says where correlations can differ.
 *
 * <p>Not thread-safe: one thread steps it. Several nodes may each step one of their own; the store
 * lets one of them win.
 */
public final class Reevaluator {
  /** One was ended that could not be done. */
  private static final StepReport ENDED = new StepReport(1, 0, 0, 0);

  private final Source source;
  private final Supplier<RuleCatalogue> rules;
  private final ReevaluationStore store;
  private final ReadLimit limit;
  private final CorrelatorOptions options;

  /**
   * A re-evaluator over these parts.
   *
   * @param rules asked once a step
   * @param limit how much is read at once
   * @param options those that correlations are evaluated with when events come
   */
  public Reevaluator(
      Source source,
      Supplier<RuleCatalogue> rules,
      ReevaluationStore store,
      ReadLimit limit,
      CorrelatorOptions options) {
    this.source = source;
    this.rules = rules;
    this.store = store;
    this.limit = limit;
    this.options = options;
  }

  /**
   * Does one step. A re-evaluation that cannot be done, because the journal no longer has the
   * events or there is another version of the rule by now, is ended with the reason.
   *
   * @param keep called before each reading of the journal, for a lease to be renewed; what it
   *     throws ends the step with nothing done
   * @return idle if nothing is to be done
   * @throws StoreUnavailableException if journal or store do not answer; step again later
   * @throws PositionConflictException if another node did this step; step again
   */
  public StepReport step(Runnable keep) {
    Optional<Reevaluation> next = store.next();
    return next.map(reevaluation -> step(reevaluation, keep)).orElse(StepReport.IDLE);
  }

  private StepReport step(Reevaluation next, Runnable keep) {
    Optional<SelectedRule> rule = rules.get().select(next.rule());
    if (rule.isEmpty()) {
      store.fail(
          next,
          "Version "
              + next.rule().version()
              + " of the rule does not run any more; ask again for the version that does");
      return ENDED;
    }
    if (!rule.get().detection().policies().of(next.tenant()).runs(next.rule().id())) {
      store.fail(next, "The rule is switched off; switch it on and ask again");
      return ENDED;
    }
    AtomicLong raised = new AtomicLong();
    Consumer<ReevaluationCommit> commit = found -> raised.addAndGet(store.commit(found).size());
    PastBatches past = new PastBatches(source, limit, keep);
    Optional<ReevaluationCommit> found = attempt(next, () -> run(next, rule.get(), past, commit));
    found.ifPresent(commit);
    return found
        .map(done -> new StepReport(1, done.events(), raised.get(), done.failed()))
        .orElse(ENDED);
  }

  /** What is found; empty if it cannot go on, which is noted. */
  private Optional<ReevaluationCommit> attempt(
      Reevaluation next, Supplier<ReevaluationCommit> run) {
    try {
      return Optional.of(run.get());
    } catch (StoreUnavailableException | PositionConflictException e) {
      throw e;
    } catch (PastBatches.StoppedException e) {
      throw e.reason();
    } catch (PastBatches.GoneException e) {
      store.fail(next, e.getMessage() + "; retention was faster");
    } catch (RuntimeException e) {
      // One that breaks must not stop those behind it for ever.
      store.fail(next, "It broke: " + e);
    }
    return Optional.empty();
  }

  private ReevaluationCommit run(
      Reevaluation next, SelectedRule rule, PastBatches past, Consumer<ReevaluationCommit> early) {
    return rule.isCorrelation()
        ? new CorrelationRun(next, rule, past, options, early).run()
        : new RuleRun(next, rule, past).run();
  }
}
