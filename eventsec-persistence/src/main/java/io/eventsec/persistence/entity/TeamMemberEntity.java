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

/** A row of {@code team_members}: a user is in a team. Rows are written by statement. */
@Entity
@Table(name = "team_members")
public class TeamMemberEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "team_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "team_members_team_fk"))
  private TeamEntity team;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "user_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "team_members_user_fk"))
  private UserEntity user;

  @Column(name = "joined_at", nullable = false, updatable = false)
  private Instant joinedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamMemberEntity() {}
}
