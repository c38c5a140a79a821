package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.app.timer.TimedJob;
import io.eventsec.app.timer.TimedJobs;
import io.eventsec.persistence.job.JobState;
import io.eventsec.persistence.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What is done every so often. */
@Path("/timers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class TimerResource {
  @Inject Jobs jobs;
  @Inject TimedJobs known;
  @Inject TimerService timers;

  /** All of them; one that no node has taken up yet is left out. */
  @GET
  @RequiresPermission(Permission.SYSTEM_READ)
  @Operation(operationId = "listTimers", summary = "The timers: last run, next run, outcome")
  public TimerJson.Listing list() {
    Map<String, JobState> states =
        jobs.all().stream().collect(Collectors.toMap(JobState::name, Function.identity()));
    List<TimerJson> items =
        known.list().stream()
            .flatMap(
                job ->
                    Optional.ofNullable(states.get(job.name()))
                        .map(state -> Stream.of(TimerJson.of(job, state)))
                        .orElseGet(Stream::empty))
            .toList();
    return new TimerJson.Listing(items);
  }

  /** Makes one due now, wherever it is to run. */
  @POST
  @Path("/{name}/run")
  @RequiresPermission(Permission.SYSTEM_MANAGE)
  @Operation(operationId = "runTimer", summary = "Have a timer's job done as soon as possible")
  @APIResponse(responseCode = "202", description = "It is due now; see its next run")
  public Response run(@PathParam("name") String name) {
    boolean timer = known.list().stream().map(TimedJob::name).anyMatch(name::equals);
    if (!timer) {
      throw missing();
    }
    timers.run(name);
    return Response.accepted().build();
  }

  static ProblemException missing() {
    return new ProblemException(
        ProblemKind.NOT_FOUND, "There is no such timer. GET /api/v1/timers lists those there are.");
  }
}
