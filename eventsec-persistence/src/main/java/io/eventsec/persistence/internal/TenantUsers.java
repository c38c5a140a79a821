package io.eventsec.persistence.internal;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.entity.UserEntity;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The users of a tenant, as those who do something or to whom something is given. */
public final class TenantUsers {
  private TenantUsers() {}

  /**
   * The user of that id.
   *
   * @throws IllegalArgumentException if the tenant has none
   */
  public static UserEntity require(EntityManager entities, Tenant tenant, UUID id) {
    UserEntity user = entities.find(UserEntity.class, id);
    if (user == null || !user.tenant().equals(tenant.id())) {
      throw new IllegalArgumentException("User " + id + " is none of tenant '" + tenant + "'");
    }
    return user;
  }

  /**
   * The user of that id, to be given something to do.
   *
   * @throws IllegalArgumentException if the tenant has none, or the user may not sign in
   */
  public static UserEntity requireActive(EntityManager entities, Tenant tenant, UUID id) {
    UserEntity user = require(entities, tenant, id);
    if (user.disabled()) {
      throw new IllegalArgumentException(
          "User " + id + " is disabled and can be given nothing; choose another");
    }
    return user;
  }
}
