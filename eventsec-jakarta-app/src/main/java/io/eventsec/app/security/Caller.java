package io.eventsec.app.security;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.identity.SensorRecord;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

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
    return session().user().tenant();
  }

  /**
   * The sensor.
   *
   * @throws ProblemException 401 if it is none
   */
  public SensorRecord sensor() {
    return sensor.orElseThrow(Caller::nobody);
  }

  private static ProblemException nobody() {
    return new ProblemException(ProblemKind.UNAUTHENTICATED, "Sign in first.");
  }
}
