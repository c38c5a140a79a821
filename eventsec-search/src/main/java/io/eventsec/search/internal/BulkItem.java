package io.eventsec.search.internal;

/**
 * What became of one document of a bulk request.
 *
 * @param status of HTTP
 * @param errorType of the refusal, empty if it was stored
 * @param reason of the refusal, empty if it was stored
 */
record BulkItem(int status, String errorType, String reason) {
  static final BulkItem STORED = new BulkItem(201, "", "");
  static final BulkItem DUPLICATE = new BulkItem(409, "version_conflict_engine_exception", "");

  boolean stored() {
    return status == 200 || status == 201;
  }

  boolean duplicate() {
    return status == 409;
  }

  /** True if sending it again may help: 429, or the server failed. */
  boolean passes() {
    return status == 429 || status >= 500;
  }

  /** True if no document would be taken now: the index is blocked, or gone. */
  boolean concernsAll() {
    return Failures.isBlock(errorType)
        || status == 401
        || status == 403
        || status == 404
        || errorType.equals("index_closed_exception")
        || errorType.equals("validation_exception");
  }
}
