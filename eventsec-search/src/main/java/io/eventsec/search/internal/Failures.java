package io.eventsec.search.internal;

/** What a refusal means and what helps. */
public final class Failures {
  private Failures() {}

  /** True if an index is blocked for writing, mostly because its disk is full. */
  public static boolean isBlock(String errorType) {
    return errorType.equals("cluster_block_exception");
  }

  /** The reason of an answer and the cure, for a person. */
  public static String explain(Answer answer) {
    if (isBlock(answer.errorType())) {
      return block(answer.reason());
    }
    if (answer.status() == 403) {
      return answer.reason() + "; give its user the rights to these indexes";
    }
    return answer.reason();
  }

  /** The reason of a block and the cure, for a person. */
  public static String block(String reason) {
    if (reason.contains("flood-stage") || reason.contains("disk usage exceeded")) {
      return reason
          + "; the disk of OpenSearch is nearly full: free space or add some, the block goes by"
          + " itself";
    }
    if (reason.contains("read-only")) {
      return reason
          + "; the index or the cluster was made read-only: set index.blocks.read_only or"
          + " cluster.blocks.read_only to false";
    }
    return reason;
  }
}
