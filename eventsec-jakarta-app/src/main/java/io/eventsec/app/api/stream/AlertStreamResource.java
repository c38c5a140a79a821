package io.eventsec.app.api.stream;

import io.eventsec.app.http.Outages;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.log.Details;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.security.Session;
import io.eventsec.app.security.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** New and changed alerts as they come. */
@Path("/alerts/stream")
@ApplicationScoped
@SecurityRequirement(name = "session")
public class AlertStreamResource {
  private static final Logger LOG = System.getLogger(AlertStreamResource.class.getName());
  private static final long RECONNECT_MILLIS = 2000;
  private static final Duration RETRY = Duration.ofSeconds(30);

  @Inject AlertFeeds feeds;
  @Inject SessionRegistry sessions;
  @Inject Caller caller;

  /** Follows them. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RequiresPermission(Permission.ALERTS_READ)
  @Operation(
      operationId = "followAlerts",
      summary = "Server-sent events: `alert` with a summary, `status` with a change, `ping`")
  @APIResponse(
      responseCode = "200",
      description = "The events, until one side ends it",
      content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
  @APIResponse(responseCode = "429", description = "Too many follow already")
  public void follow(
      @Context SseEventSink sink,
      @Context Sse sse,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
    Session session = caller.session();
    Follower.Connection connection =
        new Follower.Connection(
            message -> send(sink, sse, message), () -> !sink.isClosed(), () -> close(sink));
    Follower follower = new Follower(connection, () -> active(session), Instant.now());
    if (!feeds.join(session.user().tenant(), follower, number(lastEventId))) {
      close(sink);
      throw ProblemException.retry(
          ProblemKind.TOO_MANY_REQUESTS, "Too many follow the alerts already.", RETRY);
    }
  }

  /** A database that is away ends no session. */
  private boolean active(Session session) {
    try {
      return sessions.active(session);
    } catch (RuntimeException e) {
      return Outages.isOne(e);
    }
  }

  private static long number(@Nullable String lastEventId) {
    boolean number = lastEventId != null && lastEventId.matches("[0-9]{1,18}");
    return number ? Long.parseLong(lastEventId) : -1;
  }

  private static void close(SseEventSink sink) {
    try {
      sink.close();
    } catch (IOException e) {
      // Whoever was at the other end has gone already.
      Details.logFailure(LOG, e, "An alert stream ended before it was closed");
    }
  }

  private static CompletionStage<?> send(SseEventSink sink, Sse sse, Message message) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder()
            .name(message.name())
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .reconnectDelay(RECONNECT_MILLIS)
            .data(message.data());
    message.id().ifPresent(id -> event.id(Long.toString(id)));
    return sink.send(event.build());
  }
}
