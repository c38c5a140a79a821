package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertChangeKind;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.persistence.entity.AlertHistoryEntity;
import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.internal.StorableText;
import io.eventsec.persistence.internal.TenantUsers;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of an alert's owner or assignee. */
final class Appointing {
  private final EntityManager entities;
  private final Appointment appointment;
  private final AlertUpdate update;

  Appointing(EntityManager entities, Appointment appointment) {
    this.entities = entities;
    this.appointment = appointment;
    this.update =
        new AlertUpdate(
            entities, appointment.tenant(), appointment.alert(), appointment.expectedRevision());
  }

  StatusChangeResult run() {
    UserEntity user = TenantUsers.require(entities, appointment.tenant(), appointment.userId());
    @Nullable UserEntity subject =
        appointment
            .subject()
            .map(id -> TenantUsers.requireActive(entities, appointment.tenant(), id))
            .orElse(null);
    String setting =
        appointment.role() == CaseRole.OWNER ? "a.owner = :subject" : "a.assignee = :subject";
    return update.run(
        setting,
        Map.of("subject", new AlertUpdate.Value(subject)),
        standing -> note(user, subject, standing));
  }

  private AlertHistoryEntity note(
      UserEntity user, @Nullable UserEntity subject, AlertStatus standing) {
    AlertHistoryEntity.Move move =
        new AlertHistoryEntity.Move(
            standing,
            standing,
            subject,
            appointment.comment().map(StorableText::of).orElse(null),
            update.now());
    return new AlertHistoryEntity(update.reference(), kind(), user, move);
  }

  private AlertChangeKind kind() {
    return appointment.role() == CaseRole.OWNER ? AlertChangeKind.OWNER : AlertChangeKind.ASSIGNEE;
  }
}
