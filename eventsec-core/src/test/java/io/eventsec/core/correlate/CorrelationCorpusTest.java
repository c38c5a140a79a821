package io.eventsec.core.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The firings on which two other engines agree, where the corpus is at hand. */
class CorrelationCorpusTest {
  private static final int FIRINGS = 10_532;

  @ParameterizedTest
  @ValueSource(strings = {"rules.yml", "rules_by_id.yml"})
  void agreedFirings_comeAndNoOthersOfTheirGroups(String file) throws IOException {
    LoadedRules rules = RuleDirectory.load(Corpus.file("correlation/" + file));
    Set<String> agreed =
        new HashSet<>(Corpus.lines(Corpus.file("correlation/agreed_firings.tsv.gz")));
    assertThat(agreed).hasSize(FIRINGS);
    List<Event> events = events();
    Map<EventId, Integer> numbers = new HashMap<>();
    IntStream.range(0, events.size()).forEach(i -> numbers.put(events.get(i).id(), i));

    List<Firing> sorted = Streams.firings(rules, events, 500, CorrelatorOptions.DEFAULT);
    List<String> found = sorted.stream().map(firing -> line(firing, numbers)).toList();

    Set<String> groups =
        agreed.stream().map(CorrelationCorpusTest::group).collect(Collectors.toSet());
    Set<String> ours =
        found.stream().filter(line -> groups.contains(group(line))).collect(Collectors.toSet());
    Corpus.report(
        "correlations of " + file,
        found.size() + " firings, " + ours.size() + " of agreed groups, agreed " + agreed.size());
    assertThat(found).doesNotHaveDuplicates();
    assertThat(difference(agreed, ours)).as("missing").isEmpty();
    assertThat(difference(ours, agreed)).as("invented").isEmpty();
    // The same, whatever the order in which they come, and whoever is started anew.
    List<Event> shuffled = shuffled(events);
    assertThat(Set.copyOf(Streams.firings(rules, shuffled, 500, CorrelatorOptions.DEFAULT)))
        .isEqualTo(Set.copyOf(sorted));
    assertThat(
            Set.copyOf(
                Streams.firingsWithRestarts(rules, shuffled, 1_000, CorrelatorOptions.DEFAULT)))
        .isEqualTo(Set.copyOf(sorted));
  }

  /** Each at most as much later as is allowed. */
  private static List<Event> shuffled(List<Event> events) {
    Random random = new Random(7);
    Map<Event, Instant> arrival = new HashMap<>();
    long most = CorrelatorOptions.DEFAULT.lateness().minus(Duration.ofSeconds(2)).toMillis();
    events.forEach(
        event -> arrival.put(event, event.time().plusMillis((long) (random.nextDouble() * most))));
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    shuffled.sort(java.util.Comparator.comparing(arrival::get));
    return shuffled;
  }

  private static List<Event> events() throws IOException {
    String lines = String.join("\n", Corpus.lines(Corpus.file("correlation/events.ndjson.gz")));
    EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "corpus", "events.ndjson", 0);
    RawBatch batch = RawBatch.of(origin, Instant.EPOCH, lines.getBytes(StandardCharsets.UTF_8));
    return EventDecoder.ofAnyJson().decode(batch).events();
  }

  private static String line(Firing firing, Map<EventId, Integer> numbers) {
    List<String> names = firing.rule().groupBy();
    String group =
        IntStream.range(0, names.size())
            .mapToObj(i -> "[\"" + names.get(i) + "\",\"" + firing.group().get(i) + "\"]")
            .collect(Collectors.joining(",", "[", "]"));
    return numbers.get(firing.event().id()) + "\t" + firing.rule().ref().id() + '\t' + group;
  }

  private static String group(String line) {
    return line.substring(line.indexOf('\t'));
  }

  private static Set<String> difference(Set<String> these, Set<String> those) {
    Set<String> left = new HashSet<>(these);
    left.removeAll(those);
    return left;
  }
}
