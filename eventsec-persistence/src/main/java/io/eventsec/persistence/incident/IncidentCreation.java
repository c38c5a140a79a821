package io.eventsec.persistence.incident;

import io.eventsec.core.alert.IncidentChangeKind;
import io.eventsec.persistence.entity.IncidentEntity;
import io.eventsec.persistence.entity.IncidentHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.Now;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Creates one incident. */
final class IncidentCreation {
  private final EntityManager entities;
  private final NewIncident incident;

  IncidentCreation(EntityManager entities, NewIncident incident) {
    this.entities = entities;
    this.incident = incident;
  }

  /** The new incident's id. */
  UUID run() {
    UserEntity creator =
        TenantUsers.requireActive(entities, incident.tenant(), incident.createdBy());
    IncidentHistoryEntity.Note note = new IncidentHistoryEntity.Note(null, Now.micros());
    IncidentEntity entity =
        new IncidentEntity(
            new IncidentEntity.Text(
                StorableText.of(incident.title()), StorableText.of(incident.description())),
            incident.severity(),
            creator,
            note.at());
    ItemRows items = new ItemRows(entities, incident.tenant(), entity.id());
    List<IncidentItemRef> alerts = incident.alerts().stream().map(IncidentItemRef::alert).toList();
    items.check(alerts);
    entities.persist(entity);
    entities.persist(new IncidentHistoryEntity(entity, IncidentChangeKind.CREATED, creator, note));
    entities.flush();
    items.add(alerts, creator, note);
    return entity.id();
  }
}
