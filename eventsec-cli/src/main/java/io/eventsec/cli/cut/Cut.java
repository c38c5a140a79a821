package io.eventsec.cli.cut;

import io.eventsec.cli.input.RecordBatch;
import io.eventsec.cli.tail.Position;
import java.util.List;

/**
 * A part of a file, ready to be sent.
 *
 * @param batches what to send, in order; none if the part has no records
 * @param end where it ends
 * @param cutLines how many lines were too long and lost their end
 */
public record Cut(List<RecordBatch> batches, Position end, int cutLines) {}
