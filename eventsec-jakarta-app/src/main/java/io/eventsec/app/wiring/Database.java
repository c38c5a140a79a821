package io.eventsec.app.wiring;

import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.IndexPipeline;
import io.eventsec.persistence.correlation.CorrelationLedger;
import io.eventsec.persistence.correlation.UntimelyRetention;
import io.eventsec.persistence.coverage.CoverageRetention;
import io.eventsec.persistence.coverage.PostgresCoverageLedger;
import io.eventsec.persistence.coverage.ReevaluationHistory;
import io.eventsec.persistence.detection.DeadLetterEvictions;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.IndicatorLoader;
import io.eventsec.persistence.indicator.IndicatorRetention;
import io.eventsec.persistence.indicator.TaxiiPositions;
import io.eventsec.persistence.inventory.AssetLoader;
import io.eventsec.persistence.inventory.InventoryFigures;
import io.eventsec.persistence.job.Jobs;
import io.eventsec.persistence.journal.JournalReach;
import io.eventsec.persistence.journal.JournalRetention;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.notification.NotificationRetention;
import io.eventsec.persistence.policy.PolicyReader;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.persistence.risk.RiskRetention;
import io.eventsec.persistence.riskpolicy.RiskPreviews;
import io.eventsec.persistence.rule.RuleStore;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.persistence.source.Sources;
import io.eventsec.persistence.vulnerability.AdvisoryMirrors;
import io.eventsec.persistence.vulnerability.AdvisorySources;
import io.eventsec.persistence.vulnerability.FindingDigests;
import io.eventsec.persistence.vulnerability.FindingNewsStore;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.StandingFindingStore;
import io.eventsec.persistence.vulnerability.VexFindings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The adapters of PostgreSQL over the server's pool. They run their own short transactions, so
 * their connections are not shared with whatever else a thread has open.
 */
@ApplicationScoped
public class Database {
  @Resource(name = "jdbc/plain", lookup = "jdbc/eventsec", shareable = false)
  DataSource dataSource;

  /** For checks. */
  public DataSource dataSource() {
    return dataSource;
  }

  @Produces
  @Singleton
  SchemaMigration migration() {
    return new SchemaMigration(dataSource);
  }

  @Produces
  @Singleton
  SchemaCheck schemaCheck() {
    return new SchemaCheck(dataSource);
  }

  @Produces
  @Singleton
  PostgresJournal journal() {
    return new PostgresJournal(dataSource);
  }

  @Produces
  @Singleton
  PostgresDetectionStore detectionStore() {
    return new PostgresDetectionStore(dataSource);
  }

  @Produces
  @Singleton
  PostgresDeadLetters deadLetters() {
    return new PostgresDeadLetters(dataSource);
  }

  @Produces
  @Singleton
  DeadLetterEvictions deadLetterEvictions() {
    return new DeadLetterEvictions(dataSource);
  }

  @Produces
  @Singleton
  PostgresOutbox outbox() {
    return new PostgresOutbox(dataSource);
  }

  @Produces
  @Singleton
  Jobs jobs() {
    return new Jobs(dataSource);
  }

  @Produces
  @Singleton
  Sources sources() {
    return new Sources(dataSource);
  }

  @Produces
  @Singleton
  JournalRetention journalRetention() {
    return new JournalRetention(dataSource, Set.of(DetectionPipeline.READER, IndexPipeline.READER));
  }

  @Produces
  @Singleton
  NotificationRetention notificationRetention() {
    return new NotificationRetention(dataSource);
  }

  @Produces
  @Singleton
  IndicatorRetention indicatorRetention() {
    return new IndicatorRetention(dataSource);
  }

  @Produces
  @Singleton
  IndicatorLoader indicatorLoader() {
    return new IndicatorLoader(dataSource);
  }

  @Produces
  @Singleton
  FeedImports feedImports() {
    return new FeedImports(dataSource);
  }

  @Produces
  @Singleton
  Tenants tenants() {
    return new Tenants(dataSource);
  }

  @Produces
  @Singleton
  TaxiiPositions taxiiPositions() {
    return new TaxiiPositions(dataSource);
  }

  @Produces
  @Singleton
  AssetLoader assetLoader() {
    return new AssetLoader(dataSource);
  }

  @Produces
  @Singleton
  UntimelyRetention untimelyRetention() {
    return new UntimelyRetention(dataSource);
  }

  @Produces
  @Singleton
  CorrelationLedger correlationLedger() {
    return new CorrelationLedger(dataSource);
  }

  @Produces
  @Singleton
  EntityRisks entityRisks() {
    return new EntityRisks(dataSource);
  }

  @Produces
  @Singleton
  PostgresCoverageLedger coverageLedger() {
    return new PostgresCoverageLedger(dataSource);
  }

  @Produces
  @Singleton
  RiskRetention riskRetention() {
    return new RiskRetention(dataSource);
  }

  @Produces
  @Singleton
  CoverageRetention coverageRetention() {
    return new CoverageRetention(dataSource);
  }

  @Produces
  @Singleton
  PostgresReevaluations reevaluations() {
    return new PostgresReevaluations(dataSource);
  }

  @Produces
  @Singleton
  ReevaluationHistory reevaluationHistory() {
    return new ReevaluationHistory(dataSource);
  }

  @Produces
  @Singleton
  JournalReach journalReach() {
    return new JournalReach(dataSource);
  }

  @Produces
  @Singleton
  InventoryFigures inventoryFigures() {
    return new InventoryFigures(dataSource);
  }

  @Produces
  @Singleton
  AdvisoryMirrors advisoryMirrors() {
    return new AdvisoryMirrors(dataSource);
  }

  @Produces
  @Singleton
  AdvisorySources advisorySources() {
    return new AdvisorySources(dataSource);
  }

  @Produces
  @Singleton
  VexFindings vexFindings() {
    return new VexFindings(dataSource);
  }

  @Produces
  @Singleton
  FindingDigests findingDigests() {
    return new FindingDigests(dataSource);
  }

  @Produces
  @Singleton
  FindingNewsStore findingNewsStore() {
    return new FindingNewsStore(dataSource);
  }

  @Produces
  @Singleton
  StandingFindingStore standingFindingStore() {
    return new StandingFindingStore(dataSource);
  }

  @Produces
  @Singleton
  FindingStore findingStore() {
    return new FindingStore(dataSource);
  }

  @Produces
  @Singleton
  RiskPreviews riskPreviews() {
    return new RiskPreviews(dataSource);
  }

  @Produces
  @Singleton
  PolicyReader policyReader() {
    return new PolicyReader(dataSource);
  }

  @Produces
  @Singleton
  RuleStore ruleStore() {
    return new RuleStore(dataSource);
  }
}
