package io.eventsec.app.http;

import io.eventsec.app.log.RequestMessages;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Optional;

/** Everything else: a store that is away is 503, unreadable JSON is 400, the rest is a defect. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(5);

  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable e) {
    return ProblemResponses.of(problem(e), uri);
  }

  private ProblemException problem(Throwable e) {
    String path = uri.getRequestUri().getPath();
    Optional<ProblemException> within = ProblemException.within(e);
    if (within.isPresent()) {
      return within.get();
    }
    if (Outages.isOne(e)) {
      RequestMessages.SERVER_AWAY.log(LOG, path, Outages.reason(e));
      return ProblemException.retry(
          ProblemKind.UNAVAILABLE, "A server that this needs does not answer. Try again.", RETRY);
    }
    if (e instanceof ProcessingException || e instanceof JsonbException) {
      return new ProblemException(ProblemKind.BAD_REQUEST, "The body is not the JSON expected.");
    }
    RequestMessages.UNEXPECTED_FAILURE.logFailure(LOG, e, path);
    return new ProblemException(
        ProblemKind.INTERNAL, "A defect of the server. Its log has the correlation id.");
  }
}
