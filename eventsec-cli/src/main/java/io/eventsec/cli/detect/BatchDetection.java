package io.eventsec.cli.detect;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.pipeline.AlertRules;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.risk.RiskOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decodes batches and judges their events. Thread-safe. */
final class BatchDetection {
  private final DetectionEngine engine;
  private final CorrelationRules correlations;
  private final AlertRules alertRules;
  private final BatchDecoder decoder;
  private final RuleTexts rules = new RuleTexts();

  /**
   * Makes one.
   *
   * @param correlations whose rules tell of themselves only as far as these want it
   */
  BatchDetection(DetectionEngine engine, CorrelationRules correlations, BatchDecoder decoder) {
    this.engine = engine;
    this.correlations = correlations;
    this.alertRules =
        new AlertRules(
            engine, RiskModel.of(RiskOptions.DEFAULT, engine.rules(), correlations.correlations()));
    this.decoder = decoder;
  }

  /**
   * Judges one batch.
   *
   * @param lines where each record begins in the file, from 1
   * @param file the name of the input
   */
  BatchResult detect(RawBatch batch, long[] lines, String file) {
    DecodedBatch decoded = decoder.decode(batch);
    Lines where = new Lines(batch, decoded, lines);
    List<String> rejections = new ArrayList<>();
    for (Rejection rejection : decoded.rejections()) {
      rejections.add(
          file
              + ':'
              + where.of(rejection.eventId())
              + ": "
              + rejection.cause()
              + ": "
              + rejection.reason());
    }
    BatchResult result =
        new BatchResult(
            decoded.events().size(), rejections, new MatchLines(rules), new ArrayList<>());
    for (int i = 0; i < decoded.events().size(); i++) {
      judge(decoded.events().get(i), new Place(file, where.of(i)), result);
    }
    return result;
  }

  private void judge(Event event, Place place, BatchResult result) {
    List<Match> matches = engine.process(event);
    tell(event, matches, place, result);
    if (engine.hasRulesOfAlerts() && !matches.isEmpty()) {
      alertRules
          .judge(alerts(matches))
          .forEach(found -> tell(found.event(), found.matches(), place, result));
    }
  }

  private List<Alert> alerts(List<Match> matches) {
    return matches.stream()
        .filter(match -> correlations.raisesAlerts(match.rule().ref()))
        .map(Match::toAlert)
        .toList();
  }

  private void tell(Event event, List<Match> matches, Place place, BatchResult result) {
    boolean needed = false;
    for (Match match : matches) {
      RuleRef rule = match.rule().ref();
      needed |= correlations.needs(rule);
      if (correlations.raisesAlerts(rule)) {
        result.matches().add(match, place);
      }
    }
    if (needed) {
      result.correlated().add(new MatchedEvent(event, matches, place));
    }
  }

  /** Finds the line of an event or rejection. */
  private static final class Lines {
    private final long[] lines;
    private final List<Event> events;
    private final Map<EventId, Integer> places = new HashMap<>();

    Lines(RawBatch batch, DecodedBatch decoded, long[] lines) {
      this.lines = lines;
      this.events = decoded.events();
      // Without rejections an event's place is its record's.
      for (int i = 0; !decoded.rejections().isEmpty() && i < batch.count(); i++) {
        places.put(EventId.of(batch.origin(), i), i);
      }
    }

    long of(int event) {
      return places.isEmpty() ? lines[event] : of(events.get(event).id());
    }

    long of(EventId id) {
      return lines[places.getOrDefault(id, 0)];
    }
  }
}
