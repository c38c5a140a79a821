package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether what was tried succeeded, where the record says so. */
final class Outcomes {
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";
  private static final Set<String> ANSWERS = Set.of("answer", "response");
  private static final Set<String> SUCCESSES =
      Set.of("success", "succeeded", "successful", "ok", "pass", "passed", "true");
  private static final Set<String> FAILURES =
      Set.of("failure", "failed", "fail", "error", "denied", "rejected", "false");
  private static final long FIRST_ERROR_STATUS = 400;

  private Outcomes() {}

  static Optional<String> ofSuricata(NativeRecord decoded) {
    if (decoded.get("http.status") instanceof Long status) {
      return Optional.of(of(status < FIRST_ERROR_STATUS));
    }
    if (decoded.text("dns.type").filter(ANSWERS::contains).isPresent()) {
      return decoded.text("dns.rcode").map(code -> of(code.equals("NOERROR")));
    }
    if (decoded.has("smb.status")) {
      return decoded.text("smb.status").map(status -> of(status.equals("STATUS_SUCCESS")));
    }
    return decoded
        .text("krb5.msg_type")
        .filter(type -> type.equals("KRB_ERROR") || type.endsWith("_REP"))
        .map(type -> of(type.endsWith("_REP")));
  }

  static Optional<String> ofZeek(NativeRecord decoded) {
    for (String field : new String[] {"success", "auth_success"}) {
      if (decoded.get(field) instanceof Boolean truth) {
        return Optional.of(of(truth));
      }
    }
    for (String field : new String[] {"status_code", "reply_code"}) {
      if (decoded.get(field) instanceof Long status) {
        return Optional.of(of(status < FIRST_ERROR_STATUS));
      }
    }
    return decoded.text("rcode_name").map(code -> of(code.equals("NOERROR")));
  }

  /** What a device calls it. */
  static Optional<String> ofText(Optional<String> said) {
    return said.map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> SUCCESSES.contains(text) || FAILURES.contains(text))
        .map(text -> of(SUCCESSES.contains(text)));
  }

  private static String of(boolean success) {
    return success ? SUCCESS : FAILURE;
  }
}
