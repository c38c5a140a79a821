package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A row of {@code users}. Others refer to it in several roles; each role is an association of its
 * own with a foreign key of its own.
 */
@Entity
@Table(name = "users")
public class UserEntity {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false, updatable = false)
  private String username;

  @Column(name = "display_name", nullable = false)
  private String displayName;

  @Column(nullable = false)
  private String role;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(nullable = false)
  private boolean disabled;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @OneToMany(mappedBy = "user")
  private Set<UserSessionEntity> sessions = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<SensorEntity> createdSensors = new HashSet<>();

  @OneToMany(mappedBy = "statusChangedBy")
  private Set<AlertEntity> statusChangedAlerts = new HashSet<>();

  @OneToMany(mappedBy = "changedBy")
  private Set<AlertHistoryEntity> alertChanges = new HashSet<>();

  @OneToMany(mappedBy = "subject")
  private Set<AlertHistoryEntity> alertAppointments = new HashSet<>();

  @OneToMany(mappedBy = "owner")
  private Set<AlertEntity> ownedAlerts = new HashSet<>();

  @OneToMany(mappedBy = "assignee")
  private Set<AlertEntity> assignedAlerts = new HashSet<>();

  @OneToMany(mappedBy = "closedBy")
  private Set<AlertEntity> closedAlerts = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<IncidentEntity> createdIncidents = new HashSet<>();

  @OneToMany(mappedBy = "owner")
  private Set<IncidentEntity> ownedIncidents = new HashSet<>();

  @OneToMany(mappedBy = "assignee")
  private Set<IncidentEntity> assignedIncidents = new HashSet<>();

  @OneToMany(mappedBy = "closedBy")
  private Set<IncidentEntity> closedIncidents = new HashSet<>();

  @OneToMany(mappedBy = "addedBy")
  private Set<IncidentItemEntity> addedIncidentItems = new HashSet<>();

  @OneToMany(mappedBy = "changedBy")
  private Set<IncidentHistoryEntity> incidentChanges = new HashSet<>();

  @OneToMany(mappedBy = "subject")
  private Set<IncidentHistoryEntity> incidentAppointments = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<TeamEntity> createdTeams = new HashSet<>();

  @OneToMany(mappedBy = "user")
  private Set<TeamMemberEntity> teamMemberships = new HashSet<>();

  @OneToMany(mappedBy = "acceptedBy")
  private Set<AssetVulnerabilityEntity> acceptedFindings = new HashSet<>();

  @OneToMany(mappedBy = "acceptedBy")
  private Set<FindingHistoryEntity> findingAcceptances = new HashSet<>();

  @OneToMany(mappedBy = "changedBy")
  private Set<FindingHistoryEntity> findingChanges = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<IndicatorEntity> createdIndicators = new HashSet<>();

  @OneToMany(mappedBy = "user")
  private Set<NotificationEntity> notifications = new HashSet<>();

  @OneToMany(mappedBy = "changedBy")
  private Set<RuleSettingEntity> changedRuleSettings = new HashSet<>();

  @OneToMany(mappedBy = "owner")
  private Set<RuleExceptionEntity> ownedRuleExceptions = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<RuleExceptionEntity> createdRuleExceptions = new HashSet<>();

  @OneToMany(mappedBy = "endedBy")
  private Set<RuleExceptionEntity> endedRuleExceptions = new HashSet<>();

  @OneToMany(mappedBy = "createdBy")
  private Set<RiskPolicyEntity> createdRiskPolicies = new HashSet<>();

  @OneToMany(mappedBy = "changedBy")
  private Set<RiskPolicyChoiceEntity> riskPolicyChoices = new HashSet<>();

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected UserEntity() {}

  /** A user of that tenant and name; the rest is set. */
  @SuppressWarnings("NullAway.Init")
  public UserEntity(String tenant, String username) {
    this.id = UUID.randomUUID();
    this.tenant = tenant;
    this.username = username;
    this.createdAt = Instant.now();
  }

  /** Its key. */
  public UUID id() {
    return id;
  }

  /** The tenant's id. */
  public String tenant() {
    return tenant;
  }

  /** What they sign in with. */
  public String username() {
    return username;
  }

  /** What others see. */
  public String displayName() {
    return displayName;
  }

  /** The name of the role. */
  public String role() {
    return role;
  }

  /** The password's hash. */
  public String passwordHash() {
    return passwordHash;
  }

  /** True if they may not sign in. */
  public boolean disabled() {
    return disabled;
  }

  /** Sets what others see. */
  public void setDisplayName(String value) {
    this.displayName = value;
  }

  /** Sets the name of the role. */
  public void setRole(String value) {
    this.role = value;
  }

  /** Sets the password's hash. */
  public void setPasswordHash(String value) {
    this.passwordHash = value;
  }

  /** Lets them in no longer, or again. */
  public void setDisabled(boolean value) {
    this.disabled = value;
  }
}
