package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.spi.AdvisoryFeed;
import io.eventsec.core.spi.AdvisoryFeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What all {@link AdvisoryFeeds} must do. Each test begins with no feed. */
public abstract class AdvisoryFeedsContract {
  private static final String ONE = "a.json";
  private static final String OTHER = "b.json";

  /** For subclasses. */
  protected AdvisoryFeedsContract() {}

  /** The feeds under test. */
  protected abstract AdvisoryFeeds feeds();

  /**
   * Publishes a feed, or another version of it.
   *
   * @param name as {@link AdvisoryFeed#name()} is to say it
   * @param parts what each says by its name; more than one only if {@link #haveManyParts()}
   */
  protected abstract void publish(String name, Map<String, String> parts) throws IOException;

  /** Takes a feed away. */
  protected abstract void remove(String name) throws IOException;

  /** Makes nobody able to tell which feeds there are. */
  protected abstract void makeUnreachable() throws IOException;

  /** False if each feed is one part. */
  protected boolean haveManyParts() {
    return true;
  }

  /** False if {@link #makeUnreachable()} can do nothing. */
  protected boolean canBeUnreachable() {
    return true;
  }

  @Test
  public void list_withoutFeeds_isEmpty() throws IOException {
    assertThat(feeds().list()).isEmpty();
  }

  @Test
  public void list_isByName_andNamesAreOfTheirForm() throws IOException {
    for (String name : List.of("c.json", "a.json", "B-2_x+y.json", "b.json")) {
      publish(name, Map.of(name, "{}"));
    }
    List<String> names = names();
    assertThat(names)
        .isSorted()
        .hasSize(4)
        .allMatch(name -> name.matches("[A-Za-z0-9._+-]{1,200}"));
  }

  @Test
  public void read_givesWhatWasPublished_asOftenAsItIsAsked() throws IOException {
    publish(ONE, Map.of(ONE, "{\"id\":\"\u00fc\"}"));
    AdvisoryFeed feed = only();
    assertThat(read(feed)).containsExactly("{\"id\":\"\u00fc\"}");
    assertThat(read(feed)).containsExactly("{\"id\":\"\u00fc\"}");
    assertThat(feed.stamp()).isEqualTo(feed.stamp()).isEqualTo(only().stamp());
  }

  @Test
  public void otherVersion_hasAnotherStamp_andIsRead() throws IOException {
    publish(ONE, Map.of(ONE, "{\"n\":1}"));
    String stamp = only().stamp();
    Instant changed = only().changedAt();
    publish(ONE, Map.of(ONE, "{\"n\":1000}"));
    assertThat(only().stamp()).isNotEqualTo(stamp);
    assertThat(only().changedAt()).isAfterOrEqualTo(changed);
    assertThat(read(only())).containsExactly("{\"n\":1000}");
  }

  @Test
  public void feeds_areOfEachOtherIndependent() throws IOException {
    publish(ONE, Map.of(ONE, "{}"));
    publish(OTHER, Map.of(OTHER, "{}"));
    String stamp = feeds().list().get(0).stamp();
    publish(OTHER, Map.of(OTHER, "{\"n\":1}"));
    assertThat(feeds().list().get(0).stamp()).isEqualTo(stamp);
    remove(OTHER);
    assertThat(names()).containsExactly(ONE);
  }

  @Test
  public void feedThatIsGone_isNotListed_andCannotBeRead() throws IOException {
    publish(ONE, Map.of(ONE, "{}"));
    AdvisoryFeed feed = only();
    remove(ONE);
    assertThat(feeds().list()).isEmpty();
    assertThat(feed.stamp()).as("it can be asked").isNotNull();
    assertThatThrownBy(() -> read(feed)).isInstanceOf(IOException.class);
  }

  @Test
  public void parts_comeAllInTheSameOrder_whateverIsReadOfThem() throws IOException {
    Assumptions.assumeTrue(haveManyParts());
    publish("years", Map.of("1.json", "{\"n\":1}", "2.json", "{\"n\":2}", "3.json", "{\"n\":3}"));
    AdvisoryFeed feed = only();
    List<String> whole = read(feed);
    assertThat(whole).hasSize(3);
    assertThat(read(feed)).isEqualTo(whole);
    List<Integer> begun = new ArrayList<>();
    feed.read((name, in) -> begun.add(in.read()));
    assertThat(begun).as("a part need not be read to its end").containsOnly((int) '{').hasSize(3);
  }

  @Test
  public void readerThatFails_endsTheReading_andTheNextGoes() throws IOException {
    publish(ONE, Map.of(ONE, "{}"));
    AdvisoryFeed feed = only();
    assertThatThrownBy(
            () ->
                feed.read(
                    (name, in) -> {
                      throw new IOException("enough");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("enough");
    assertThat(read(feed)).containsExactly("{}");
  }

  @Test
  public void list_thatNobodyCanTell_saysWhy() throws IOException {
    Assumptions.assumeTrue(canBeUnreachable());
    publish(ONE, Map.of(ONE, "{}"));
    makeUnreachable();
    assertThatThrownBy(() -> feeds().list())
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s).+");
  }

  @Test
  public void severalThreads_readTheSame() throws Exception {
    publish(ONE, Map.of(ONE, "{\"n\":1}"));
    Callable<List<String>> reader = () -> read(only());
    assertThat(Parallel.run(Collections.nCopies(4, reader))).containsOnly(List.of("{\"n\":1}"));
  }

  private AdvisoryFeed only() throws IOException {
    List<AdvisoryFeed> all = feeds().list();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<String> names() throws IOException {
    return feeds().list().stream().map(AdvisoryFeed::name).toList();
  }

  private static List<String> read(AdvisoryFeed feed) throws IOException {
    List<String> parts = new ArrayList<>();
    feed.read((name, in) -> parts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    return parts;
  }
}
