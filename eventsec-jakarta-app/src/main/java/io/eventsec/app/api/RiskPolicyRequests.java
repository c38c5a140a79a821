package io.eventsec.app.api;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.vuln.risk.InvalidRiskPolicyException;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.riskpolicy.RiskPolicyChange;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what is to be done about policies of risk. */
final class RiskPolicyRequests {
  private RiskPolicyRequests() {}

  /** The policy of a request. */
  static RiskPolicyDocument document(RiskPolicyJson.@Nullable RiskPolicyRequest body) {
    JsonObject policy = body == null ? null : body.policy();
    if (policy == null) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"reason\": ..., \"policy\": {\"name\": ..., \"levels\": {...}}}.");
    }
    try {
      return RiskPolicyDocument.read(policy.toString().getBytes(StandardCharsets.UTF_8));
    } catch (InvalidRiskPolicyException e) {
      throw ProblemException.invalid(
          List.of(
              new FieldError(
                  "policy." + Values.shown(e.field()),
                  Values.shown(e.value()),
                  e.rule(),
                  sentence(e.cure()))));
    }
  }

  private static String sentence(String cure) {
    return cure.substring(0, 1).toUpperCase(Locale.ROOT) + cure.substring(1) + '.';
  }

  /** Who does it, and why. */
  static RiskPolicyChange change(UserAccount user, @Nullable String given) {
    String reason = Values.text(given).orElse("");
    try {
      return new RiskPolicyChange(user.tenant(), user.id(), reason);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("reason", reason, e);
    }
  }

  /** The number of a version; empty if it is none. */
  static OptionalInt version(String text) {
    return text.matches("[1-9][0-9]{0,5}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
