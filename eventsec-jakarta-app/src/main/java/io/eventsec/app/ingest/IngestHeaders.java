package io.eventsec.app.ingest;

import io.eventsec.app.http.FieldError;
import io.eventsec.app.http.ProblemException;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import jakarta.ws.rs.HeaderParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sender says about a batch in headers. */
public class IngestHeaders {
  private static final int LONGEST = 200;

  @HeaderParam("Content-Encoding")
  @Nullable String encoding;

  @HeaderParam("Idempotency-Key")
  @Nullable String key;

  @HeaderParam("Eventsec-Origin")
  @Nullable String origin;

  @HeaderParam("Eventsec-Origin-Offset")
  @Nullable String offset;

  /** The sender's key; a random one if it gave none, which no other batch will have. */
  String batchKey() {
    return key == null ? UUID.randomUUID().toString() : key;
  }

  /** Where the lines come from. */
  EventOrigin origin(Tenant tenant, String source, String batchKey) {
    return new EventOrigin(
        tenant,
        source,
        origin == null ? batchKey : origin,
        offset == null ? 0 : Long.parseLong(offset));
  }

  /** How the body is compressed; nothing that is not known gets past {@link #check}. */
  BodyEncoding bodyEncoding() {
    return BodyEncoding.named(encoding).orElse(BodyEncoding.IDENTITY);
  }

  /**
   * Checks them.
   *
   * @throws ProblemException 422 naming every header that is wrong
   */
  void check() {
    List<FieldError> errors = new ArrayList<>();
    checkName(errors, "Idempotency-Key", key);
    checkName(errors, "Eventsec-Origin", origin);
    if (offset != null && !offset.matches("[0-9]{1,18}")) {
      errors.add(
          new FieldError(
              "Eventsec-Origin-Offset",
              shown(offset),
              "is not a line number from 0",
              "Send the number of the batch's first line."));
    }
    if (encoding != null && BodyEncoding.named(encoding).isEmpty()) {
      errors.add(
          new FieldError(
              "Content-Encoding", shown(encoding), "is not understood", "Use gzip, zstd or none."));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static void checkName(List<FieldError> errors, String header, @Nullable String value) {
    if (value == null) {
      return;
    }
    boolean printable = value.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (value.isBlank() || value.length() > LONGEST || !printable) {
      errors.add(
          new FieldError(
              header,
              shown(value),
              "is not 1 to " + LONGEST + " printable ASCII characters",
              "Use a shorter or plainer one."));
    }
  }

  private static String shown(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
  }
}
