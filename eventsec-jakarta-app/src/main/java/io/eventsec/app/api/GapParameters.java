package io.eventsec.app.api;

import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.GapReason;
import io.eventsec.core.coverage.GapState;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which gaps a caller asks for. */
public class GapParameters extends PageParameters {
  @QueryParam("reason")
  @Parameter(
      description = "any of version, absent, failed, late, ahead; all but version unless said")
  @Nullable String reason;

  @QueryParam("state")
  @Parameter(description = "any of open, queued, reevaluated, gone; open and queued unless said")
  @Nullable String state;

  /** True for the gaps asked for. */
  Predicate<Gap> wanted() {
    Set<GapReason> reasons = Values.several(GapReason.class, "reason", reason);
    Set<GapState> states = Values.several(GapState.class, "state", state);
    Set<GapReason> of =
        reasons.isEmpty() ? EnumSet.complementOf(EnumSet.of(GapReason.VERSION)) : reasons;
    Set<GapState> in = states.isEmpty() ? EnumSet.of(GapState.OPEN, GapState.QUEUED) : states;
    return gap -> of.contains(gap.reason()) && in.contains(gap.state());
  }
}
