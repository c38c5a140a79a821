package io.eventsec.app.security;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.SensorRecord;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** Who makes this request, as {@link AccessFilter} found out. */
@RequestScoped
public class Caller {
  private Optional<Session> session = Optional.empty();
  private Optional<SensorRecord> sensor = Optional.empty();

  void signedIn(Session value) {
    this.session = Optional.of(value);
  }

  void sending(SensorRecord value) {
    this.sensor = Optional.of(value);
  }

  /**
   * The session.
   *
   * @throws ProblemException 401 if nobody is signed in
   */
  public Session session() {
    return session.orElseThrow(Caller::nobody);
  }

  /** Whose data the caller may see, by its credential. */
  public Tenant tenant() {
    return sensor.map(SensorRecord::tenant).orElseGet(() -> session().user().tenant());
  }

  /**
   * The sensor.
   *
   * @throws ProblemException 401 if it is none
   */
  public SensorRecord sensor() {
    return sensor.orElseThrow(Caller::nobody);
  }

  /**
   * Who it is, for the audit: the user's id and name, or the sensor's name.
   *
   * @throws ProblemException 401 if it is nobody
   */
  Actor actor() {
    return sensor
        .map(one -> new Actor(Optional.empty(), "sensor " + one.name()))
        .orElseGet(
            () -> new Actor(Optional.of(session().user().id()), session().user().username()));
  }

  /**
   * Who did something.
   *
   * @param user the user's id; empty if it was none
   * @param name for people
   */
  record Actor(Optional<UUID> user, String name) {}

  private static ProblemException nobody() {
    return new ProblemException(ProblemKind.UNAUTHENTICATED, "Sign in first.");
  }
}
