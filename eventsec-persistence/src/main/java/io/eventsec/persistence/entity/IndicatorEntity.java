package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code indicators}. Rows are written by statement. */
@Entity
@Table(name = "indicators")
public class IndicatorEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false, updatable = false)
  private String kind;

  @Column(nullable = false, updatable = false)
  private String value;

  @Column(nullable = false, updatable = false)
  private String source;

  @Column(nullable = false, updatable = false)
  private String feed;

  @Column(name = "external_id", nullable = false, updatable = false)
  private String externalId;

  @Column private @Nullable Short confidence;

  @Column(name = "valid_from", nullable = false)
  private Instant validFrom;

  @Column(name = "valid_until")
  private @Nullable Instant validUntil;

  @Column(name = "modified_at")
  private @Nullable Instant modifiedAt;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String description;

  @Column(insertable = false, updatable = false, columnDefinition = "jsonb")
  private String labels;

  @Column private @Nullable String tlp;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "created_by",
      updatable = false,
      foreignKey = @ForeignKey(name = "indicators_created_by_fk"))
  private @Nullable UserEntity createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected IndicatorEntity() {}
}
