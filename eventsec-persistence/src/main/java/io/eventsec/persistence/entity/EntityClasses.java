package io.eventsec.persistence.entity;

import java.util.List;

/** What a {@code persistence.xml} must list, since the provider looks for no classes itself. */
public final class EntityClasses {
  private EntityClasses() {}

  /** The names of all entity classes. */
  public static List<String> names() {
    return all().stream().map(Class::getName).toList();
  }

  /** All entity classes. */
  static List<Class<?>> all() {
    return List.of(
        AlertEntity.class,
        AlertHistoryEntity.class,
        AssetAddressEntity.class,
        AssetEntity.class,
        AssetVulnerabilityEntity.class,
        AuditEntity.class,
        FindingHistoryEntity.class,
        IncidentEntity.class,
        IncidentHistoryEntity.class,
        IncidentItemEntity.class,
        IndicatorEntity.class,
        IndicatorSightingEntity.class,
        LoginAttemptEntity.class,
        NotificationEntity.class,
        RiskPolicyChoiceEntity.class,
        RiskPolicyEntity.class,
        RuleExceptionEntity.class,
        RuleSettingEntity.class,
        SensorEntity.class,
        SetupTokenEntity.class,
        SoftwareComponentEntity.class,
        TeamEntity.class,
        TeamMemberEntity.class,
        UserEntity.class,
        UserSessionEntity.class,
        VulnerabilityEntity.class);
  }
}
