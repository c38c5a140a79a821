package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventDecoderPropertyTest {
  private static final EventDecoder DECODER = EventDecoder.standard();
  private static final List<String> NAMES =
      List.of(
          "event_type",
          "timestamp",
          "src_ip",
          "src_port",
          "flow_id",
          "vlan",
          "http.url",
          "ts",
          "_path",
          "uid",
          "id.orig_h",
          "query",
          "answers",
          "TTLs",
          "conn_state",
          "host",
          "uri",
          "trans_depth",
          "status_code",
          "path",
          "name",
          "action",
          "client",
          "duration",
          "msg_types",
          "",
          ".");

  @Property(tries = 2_000)
  void anyBytes_areEventsOrRejections(@ForAll byte[] payload) {
    check(payload);
  }

  @Property(tries = 3_000)
  void anyRecord_isAnEventOrARejection(@ForAll("records") String record) {
    check(record.getBytes(StandardCharsets.UTF_8));
  }

  private static void check(byte[] payload) {
    DecodedBatch decoded = DECODER.decode(Batches.of(RawBatch.AUTO, payload));

    assertThat(decoded.events().size() + decoded.rejections().size())
        .isEqualTo(NdJson.count(payload));
    decoded.events().forEach(EventDecoderPropertyTest::hasOnlyEcsNames);
  }

  private static void hasOnlyEcsNames(Event event) {
    assertThat(event.ecsFields().keySet()).allMatch(name -> EcsField.named(name).isPresent());
  }

  @Provide
  Arbitrary<String> records() {
    Arbitrary<String> scalar =
        Arbitraries.of(
            "1",
            "-1",
            "1e400",
            "99999999999999999999",
            "true",
            "null",
            "\"conn\"",
            "\"dns\"",
            "\"http\"",
            "\"::1\"",
            "\"1.2.3.4\"",
            "\"2026-11-24T00:00:00+0000\"",
            "\"2026-13-44Txx\"",
            "\"\\ud800\"",
            "\"\"",
            "\"//\"",
            "\"a:99999\"",
            "\"http://\"",
            "\"*\"",
            "\"/\"",
            "0.5");
    Arbitrary<String> value =
        Arbitraries.lazyOf(
            () -> scalar,
            () -> scalar,
            () -> scalar.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
            () -> scalar.map(item -> "{\"x\":" + item + "}"));
    Arbitrary<String> member =
        net.jqwik.api.Combinators.combine(Arbitraries.of(NAMES), value)
            .as((name, content) -> "\"" + name + "\":" + content);
    return member.list().ofMaxSize(8).map(members -> "{" + String.join(",", members) + "}");
  }
}
