package io.eventsec.app.advisory;

import io.eventsec.app.http.Outages;
import io.eventsec.app.log.Printable;
import io.eventsec.app.log.WorkerMessages;
import io.eventsec.app.metrics.FindingMetrics;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.vulnerability.AdvisoryChange;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.ConcernedBatch;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.JudgedBatch;
import io.eventsec.persistence.vulnerability.RescoredAssets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.Optional;

/** Brings the findings of assets up to date on this node, and tells of it. */
@ApplicationScoped
public class FindingUpdates {
  /** The job that does it for all. */
  public static final String JOB = "vulnerabilities";

  private static final Logger LOG = System.getLogger(FindingUpdates.class.getName());

  /** Of more, whoever handed them in does not wait for what is found. */
  private static final int MOST_AT_ONCE = 20_000;

  @Inject AdvisoryLibraries libraries;
  @Inject FindingStore findings;
  @Inject FindingMetrics metrics;
  @Inject Jobs jobs;

  /**
   * Brings an asset up to date.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public FindingChanges evaluate(AssetRef asset, MatchingLibrary library) {
    FindingChanges changes = findings.evaluate(asset, library);
    metrics.evaluated(1, changes);
    if (changes.leftOut() > 0) {
      WorkerMessages.FINDINGS_LEFT_OUT.log(LOG, asset.id(), asset.tenant(), changes.leftOut());
    }
    return changes;
  }

  /**
   * Brings those findings up to date that changed advisories concern.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public FindingChanges evaluate(ConcernedBatch batch, AdvisoryChange change) {
    FindingChanges changes = findings.evaluate(batch, change);
    metrics.evaluated(batch.assets(), changes);
    return changes;
  }

  /**
   * Judges findings anew by the policy in force.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public FindingChanges judge(JudgedBatch batch) {
    return told(batch, findings.judge(batch));
  }

  /**
   * Judges findings anew by new scores of EPSS and KEV.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public FindingChanges judge(JudgedBatch batch, RescoredAssets assets) {
    return told(batch, findings.judge(batch, assets));
  }

  private FindingChanges told(JudgedBatch batch, FindingChanges changes) {
    metrics.evaluated(batch.assets(), changes);
    return changes;
  }

  /**
   * After a snapshot was committed: what it means is found at once where the feeds are at hand, and
   * soon by a worker where they are not. Does not fail: the snapshot stands, and the job looks for
   * what has changed. Not to be called within a transaction.
   *
   * @param components how many it has
   */
  public void snapshotRecorded(AssetRef asset, int components) {
    if (!libraries.connected()) {
      return;
    }
    try {
      Optional<MatchingLibrary> here =
          components <= MOST_AT_ONCE ? libraries.inForce() : Optional.empty();
      if (here.isPresent()) {
        evaluate(asset, here.get());
      } else {
        jobs.hurry(JOB);
      }
    } catch (RuntimeException e) {
      WorkerMessages.FINDINGS_LATER.log(
          LOG, asset.id(), Printable.of(Outages.isOne(e) ? Outages.reason(e) : e.toString()));
    }
  }
}
