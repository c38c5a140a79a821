package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code audit}, which the database lets nobody change. Actor and object are named and not
 * referred to: it outlives them. Rows are inserted by statement.
 */
@Entity
@Table(name = "audit")
public class AuditEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(name = "actor_id", updatable = false)
  private @Nullable UUID actorId;

  @Column(nullable = false, updatable = false)
  private String actor;

  @Column(nullable = false, updatable = false)
  private String action;

  @Column(name = "object_kind", nullable = false, updatable = false)
  private String objectKind;

  @Column(name = "object_id", nullable = false, updatable = false)
  private String objectId;

  @Column(nullable = false, updatable = false)
  private String outcome;

  @Column(name = "remote_address", nullable = false, updatable = false)
  private String remoteAddress;

  @Column(name = "correlation_id", nullable = false, updatable = false)
  private String correlationId;

  @Column(insertable = false, updatable = false, columnDefinition = "json")
  private String details;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEntity() {}
}
