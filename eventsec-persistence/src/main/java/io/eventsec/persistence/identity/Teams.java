package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.entity.TeamEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The teams and who is in them. In the caller's transaction. Not thread-safe. */
public final class Teams {
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 100;

  private static final String MEMBERS =
      """
      select m.team.id, u.id, u.username, u.displayName
      from TeamMemberEntity m join m.user u
      where m.tenant = :tenant and m.team.id in :teams order by u.username""";

  private static final String ADD =
      """
      insert into team_members (tenant, team_id, user_id, joined_at)
      select t.tenant, t.id, u.id, :now from teams t join users u on u.tenant = t.tenant
      where t.tenant = :tenant and t.id = :team and u.id = :user
      on conflict on constraint team_members_once do nothing""";

  private static final String MANY = "select count(t) from TeamEntity t where t.tenant = :tenant";

  private final EntityManager entities;

  /** The teams behind this entity manager. */
  public Teams(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Creates a team with nobody in it.
   *
   * @param name 1 to 100 characters, unique in the tenant
   * @param createdBy a user of the tenant
   * @throws NameTakenException if the tenant has a team of that name
   * @throws IllegalArgumentException if the name or the user is not as above, or there are 500
   *     teams, which is what {@link #list} shows
   */
  public TeamRecord create(Tenant tenant, String name, UUID createdBy) {
    Limits.length("Name of a team", name, 1, LONGEST_NAME);
    if (count(tenant) >= MOST) {
      throw new IllegalArgumentException("There are " + MOST + " teams already: use one of them");
    }
    UserEntity creator = TenantUsers.require(entities, tenant, createdBy);
    TeamEntity team = new TeamEntity(StorableText.of(name), creator, Now.micros());
    UniqueNames.persist(
        entities,
        team,
        "teams_name_unique",
        "There is a team '" + name + "' already; choose another name");
    return team(team, List.of());
  }

  /** The tenant's teams by name, at most 500, with their members: two statements. */
  public List<TeamRecord> list(Tenant tenant) {
    List<TeamEntity> teams =
        entities
            .createQuery(
                "select t from TeamEntity t where t.tenant = :tenant order by t.name",
                TeamEntity.class)
            .setParameter("tenant", tenant.id())
            .setMaxResults(MOST)
            .getResultList();
    Map<UUID, List<UserRef>> members = members(tenant, teams);
    return teams.stream()
        .map(team -> team(team, members.getOrDefault(team.id(), List.of())))
        .toList();
  }

  /**
   * Takes a user into a team.
   *
   * @return false if the user is in it already, or the tenant has no such team or user
   */
  public boolean add(Tenant tenant, UUID team, UUID user) {
    return entities
            .createNativeQuery(ADD)
            .setParameter("tenant", tenant.id())
            .setParameter("team", team)
            .setParameter("user", user)
            .setParameter("now", Now.micros())
            .executeUpdate()
        == 1;
  }

  private long count(Tenant tenant) {
    return entities
        .createQuery(MANY, Long.class)
        .setParameter("tenant", tenant.id())
        .getSingleResult();
  }

  /** True if that user is in that team of the tenant. */
  public boolean has(Tenant tenant, UUID team, UUID user) {
    return entities
            .createQuery(
                """
                select count(m) from TeamMemberEntity m
                where m.tenant = :tenant and m.team.id = :team and m.user.id = :user""",
                Long.class)
            .setParameter("tenant", tenant.id())
            .setParameter("team", team)
            .setParameter("user", user)
            .getSingleResult()
        == 1;
  }

  /**
   * Takes a user out of a team.
   *
   * @return false if the tenant has no such team with that user
   */
  public boolean remove(Tenant tenant, UUID team, UUID user) {
    return entities
            .createQuery(
                """
                delete from TeamMemberEntity m
                where m.tenant = :tenant and m.team.id = :team and m.user.id = :user""")
            .setParameter("tenant", tenant.id())
            .setParameter("team", team)
            .setParameter("user", user)
            .executeUpdate()
        == 1;
  }

  private Map<UUID, List<UserRef>> members(Tenant tenant, List<TeamEntity> teams) {
    if (teams.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(MEMBERS, Tuple.class)
        .setParameter("tenant", tenant.id())
        .setParameter("teams", teams.stream().map(TeamEntity::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0, UUID.class),
                Collectors.mapping(Teams::member, Collectors.toList())));
  }

  private static UserRef member(Tuple row) {
    return new UserRef(row.get(1, UUID.class), row.get(2, String.class), row.get(3, String.class));
  }

  private static TeamRecord team(TeamEntity team, List<UserRef> members) {
    return new TeamRecord(
        team.id(), new Tenant(team.tenant()), team.name(), members, team.createdAt());
  }
}
