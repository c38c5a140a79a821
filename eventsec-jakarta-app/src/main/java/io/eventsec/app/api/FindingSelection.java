package io.eventsec.app.api;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.persistence.vulnerability.FindingFilter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which findings a caller asks for. */
public class FindingSelection {
  private static final int LONGEST_ID = 100;

  @QueryParam("status")
  @Parameter(
      description =
          "open, in_review, mitigated, accepted, false_positive, fixed; several with commas")
  @Nullable String status;

  @QueryParam("risk")
  @Parameter(description = "low, medium, high, critical; several separated by commas")
  @Nullable String risk;

  @QueryParam("minRisk")
  @Parameter(description = "low, medium, high or critical: that or more; instead of risk")
  @Nullable String minRisk;

  @QueryParam("asset")
  @Parameter(description = "id of an asset")
  @Nullable String asset;

  @QueryParam("vulnerability")
  @Parameter(description = "id of a vulnerability, at most 100 characters")
  @Nullable String vulnerability;

  @QueryParam("q")
  @Parameter(
      description =
          "text in the vulnerability's id or title, host or component, at most 200 characters")
  @Nullable String text;

  @QueryParam("exploited")
  @Parameter(description = "true for those only that are known to be exploited")
  @Nullable String exploited;

  @QueryParam("overdue")
  @Parameter(description = "true for those only that should have been dealt with by now")
  @Nullable String overdue;

  FindingFilter filter(Instant now) {
    return new FindingFilter(
        Values.several(FindingStatus.class, "status", status),
        risks(),
        Values.uuid("asset", asset),
        bounded("vulnerability", vulnerability, LONGEST_ID),
        bounded("q", text, FindingFilter.LONGEST_TEXT),
        Values.truth("exploited", exploited),
        Values.truth("overdue", overdue) ? Optional.of(now) : Optional.empty());
  }

  private Set<RiskLevel> risks() {
    Set<RiskLevel> risks = Values.several(RiskLevel.class, "risk", risk);
    Optional<String> least = Values.text(minRisk);
    if (least.isEmpty()) {
      return risks;
    }
    if (!risks.isEmpty()) {
      throw Values.invalid("minRisk", least.get(), "is given beside risk", "Use one of the two.");
    }
    return EnumSet.range(Values.one(RiskLevel.class, "minRisk", least.get()), RiskLevel.CRITICAL);
  }

  private static Optional<String> bounded(String field, @Nullable String given, int most) {
    Optional<String> value = Values.text(given);
    if (value.filter(one -> one.length() > most).isPresent()) {
      throw Values.invalid(
          field, value.get(), "has more than " + most + " characters", "Use fewer.");
    }
    return value;
  }
}
