package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.core.event.EventId;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.search.InvalidQueryException;
import io.eventsec.search.OpenSearchEvents;
import io.eventsec.search.SearchTimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The events, as OpenSearch has them. */
@Path("/events")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class EventResource {
  private static final Duration RETRY = Duration.ofSeconds(5);

  @Inject OpenSearchEvents events;
  @Inject Caller caller;

  /** A page of a search. */
  @GET
  @RequiresPermission(Permission.EVENTS_READ)
  @Operation(operationId = "searchEvents", summary = "Events, newest first")
  public EventJson.Found search(@BeanParam EventParameters parameters) {
    return searching(() -> EventJson.Found.of(events.search(parameters.query(caller.tenant()))));
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresPermission(Permission.EVENTS_READ)
  @Operation(operationId = "getEvent", summary = "An event with its raw record")
  public EventJson.Detail get(@PathParam("id") String id) {
    EventId eventId = id(id);
    return searching(() -> events.find(caller.tenant(), eventId))
        .map(EventJson.Detail::of)
        .orElseThrow(EventResource::missing);
  }

  private static <T> T searching(Supplier<T> search) {
    try {
      return search.get();
    } catch (InvalidQueryException e) {
      throw Values.invalid(e.part(), "", "cannot be searched for", String.valueOf(e.getMessage()));
    } catch (SearchTimeoutException e) {
      throw new ProblemException(ProblemKind.UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (StoreUnavailableException e) {
      throw ProblemException.retry(
          ProblemKind.UNAVAILABLE, "Search is away: " + e.getMessage(), RETRY);
    }
  }

  private static EventId id(String id) {
    try {
      return new EventId(id);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  private static ProblemException missing() {
    return new ProblemException(
        ProblemKind.NOT_FOUND, "There is no event of that id, or search has not got it yet.");
  }
}
