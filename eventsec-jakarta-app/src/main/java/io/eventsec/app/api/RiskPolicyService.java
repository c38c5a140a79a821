package io.eventsec.app.api;

import io.eventsec.app.advisory.FindingUpdates;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.Page;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.riskpolicy.RiskPolicies;
import io.eventsec.persistence.riskpolicy.RiskPolicyChange;
import io.eventsec.persistence.riskpolicy.RiskPolicyChoice;
import io.eventsec.persistence.riskpolicy.RiskPolicyQuery;
import io.eventsec.persistence.riskpolicy.RiskPolicyRecord;
import io.eventsec.persistence.riskpolicy.RiskPreview;
import io.eventsec.persistence.riskpolicy.RiskPreviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** How a tenant judges risk, each call in a transaction of its own. */
@ApplicationScoped
public class RiskPolicyService {
  private static final int MOST_PREVIEWS = 2;
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final String KIND = "risk-policy";

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject RiskPreviews previews;
  @Inject Jobs jobs;

  private final Semaphore turns = new Semaphore(MOST_PREVIEWS);

  /** A page of versions. */
  @Transactional
  public Page<RiskPolicyRecord> page(RiskPolicyQuery query) {
    return new RiskPolicies(entities).page(query);
  }

  /** What is in force. */
  @Transactional
  public RiskPolicyChoice inForce(Tenant tenant) {
    return new RiskPolicies(entities).inForce(tenant);
  }

  /**
   * One version.
   *
   * @throws ProblemException 404 if it is not there
   */
  @Transactional
  public RiskPolicyRecord find(Tenant tenant, String name, int version) {
    return new RiskPolicies(entities)
        .find(tenant, name, version)
        .orElseThrow(RiskPolicyService::missing);
  }

  /**
   * Makes a version.
   *
   * @throws ProblemException 422 if it cannot be that name or version, or there are too many
   */
  @Transactional
  public RiskPolicyRecord create(RiskPolicyChange change, RiskPolicyDocument document) {
    RiskPolicyRecord made;
    try {
      made = new RiskPolicies(entities).create(change, document);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("policy", document.policy().name(), e);
    }
    audit.done("risk-policy.create", object(made.policy()), Map.of("reason", change.reason()));
    return made;
  }

  /**
   * Puts a version in force.
   *
   * @throws ProblemException 404 if it is not there, 412 if somebody was faster
   */
  @Transactional
  public RiskPolicyChoice choose(RiskPolicyChange change, String name, int version, int expected) {
    RiskPolicies policies = new RiskPolicies(entities);
    RiskPolicy policy =
        policies
            .find(change.tenant(), name, version)
            .orElseThrow(RiskPolicyService::missing)
            .policy();
    RiskPolicyChoice before = policies.inForce(change.tenant());
    if (!policies.choose(change, policy, expected)) {
      throw IfMatch.stale("policy in force", before.revision());
    }
    entities.clear();
    audit.done(
        "risk-policy.choose",
        object(policy),
        Map.of("from", before.policy().label(), "reason", change.reason()));
    return policies.inForce(change.tenant());
  }

  /** Has findings labelled as soon as possible by what was put in force. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void hurry() {
    jobs.hurry(FindingUpdates.JOB);
  }

  /**
   * What a policy would change.
   *
   * @throws ProblemException 503 if others are looking at theirs
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public RiskPreview preview(Tenant tenant, RiskPolicy policy) {
    if (!turns.tryAcquire()) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE,
          MOST_PREVIEWS + " previews are being made now. Ask again a little later.",
          RETRY);
    }
    try {
      return previews.of(tenant, policy);
    } finally {
      turns.release();
    }
  }

  private static AuditObject object(RiskPolicy policy) {
    return new AuditObject(KIND, policy.label());
  }

  static ProblemException missing() {
    return new ProblemException(
        ProblemKind.NOT_FOUND,
        "There is no policy of that name and version. GET /api/v1/risk-policies lists those there"
            + " are.");
  }
}
