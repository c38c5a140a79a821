package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.security.AuditTrail;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.identity.NameTakenException;
import io.eventsec.persistence.identity.TeamRecord;
import io.eventsec.persistence.identity.Teams;
import io.eventsec.persistence.identity.UserAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The teams, each call in a transaction of its own. */
@ApplicationScoped
public class TeamService {
  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  @Inject AuditTrail audit;

  /** The tenant's teams by name. */
  @Transactional
  public List<TeamRecord> list(Tenant tenant) {
    return new Teams(entities).list(tenant);
  }

  /**
   * Makes one.
   *
   * @throws ProblemException 422 if the name is taken, or there are too many teams
   */
  @Transactional
  public TeamRecord create(UserAccount user, String name) {
    TeamRecord made;
    try {
      made = new Teams(entities).create(user.tenant(), name, user.id());
    } catch (NameTakenException e) {
      throw Values.invalid("name", name, "is in use", "Choose another one.");
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("name", name, e);
    }
    audit.done("team.create", object(made.id()), Map.of("name", made.name()));
    return made;
  }

  /**
   * Takes a user into a team; one who is in it already stays in it.
   *
   * @throws ProblemException 404 if the tenant has no such team or user
   */
  @Transactional
  public void add(Tenant tenant, UUID team, UUID user) {
    Teams teams = new Teams(entities);
    if (teams.add(tenant, team, user)) {
      audit.done("team.add", object(team), Map.of("user", user.toString()));
    } else if (!teams.has(tenant, team, user)) {
      throw TeamResource.missing();
    }
  }

  /**
   * Takes a user out of a team.
   *
   * @throws ProblemException 404 if the tenant has no such team with that user
   */
  @Transactional
  public void remove(Tenant tenant, UUID team, UUID user) {
    if (!new Teams(entities).remove(tenant, team, user)) {
      throw TeamResource.missing();
    }
    audit.done("team.remove", object(team), Map.of("user", user.toString()));
  }

  private static AuditObject object(UUID team) {
    return new AuditObject("team", team.toString());
  }
}
