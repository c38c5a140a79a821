package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of fields tell of records that no format knows. */
class GenericKindTest {
  private static final EventDecoder DECODER =
      EventDecoder.builder().standardFormats().genericFormats().build();

  private static Event event(String line) {
    DecodedBatch decoded = DECODER.decode(Batches.of(line.replace('\'', '"')));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "authentication|{'acmeKind':'a','actionType':'UserLogin','clientIp':'192.0.2.7'}",
        "vulnerability|{'acmeKind':'a','cveId':'CVE-2026-0001','softwareName':'x'}",
        "email|{'acmeKind':'a','senderAddress':'eve@example.net','subject':'s'}",
        "web|{'acmeKind':'a','requestMethod':'GET','url':'https://example.org/x'}",
        "network|{'acmeKind':'a','src_ip':'192.0.2.7','dst_ip':'198.51.100.1'}",
        "network|{'acmeKind':'a','queryName':'example.org'}",
        "process|{'acmeKind':'a','commandLine':'sh -c x'}",
        "file|{'acmeKind':'a','filePath':'/tmp/x'}",
      })
  void category_isWhatTheFieldsAreAbout(String category, String line) {
    assertThat(event(line).ecsFields())
        .containsEntry("event.dataset", "generic")
        .containsEntry("event.category", category)
        .containsEntry("event.kind", "event");
  }

  @Test
  void recordThatTellsNothing_hasNoCategory() {
    assertThat(event("{'acmeKind':'a','weight':7}").ecsFields())
        .containsEntry("event.dataset", "generic")
        .doesNotContainKey("event.category");
  }

  @Test
  void recordOfAnAlert_isOne() {
    assertThat(event("{'acmeKind':'a','alertId':'7','severity':8}").ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("event.severity", 8L);
  }

  @Test
  void names_tellWhoWhereAndWhen() {
    Event event =
        event(
            "{'acmeKind':'a','id':'i7','userId':'u7','requestor':'X\\\\ada','endpointName':'pc7','macAddress':"
                + "'02:00:5e:10:00:01','occurTime':'2026-03-01T12:00:00Z','firstSeen':'2026-02-01T12:00:00Z'}");

    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.id", "i7")
        .containsEntry("user.id", "u7")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "X")
        .containsEntry("host.name", "pc7")
        .containsEntry("host.hostname", "pc7")
        .containsEntry("host.mac", "02-00-5E-10-00-01")
        .containsEntry("event.start", "2026-02-01T12:00:00Z")
        .doesNotContainKey("error.message");
  }

  @Test
  void nestedNames_areTakenWithWhatTheyBelongTo() {
    assertThat(
            event(
                    "{'acmeKind':'a','x':{'user':{'id':'u7','email':'ada@example.org'},'rule':{'name':'r7'}},"
                        + "'y':{'part':{'id':'p7','name':'n'}}}")
                .ecsFields())
        .containsEntry("user.id", "u7")
        .containsEntry("user.email", "ada@example.org")
        .containsEntry("rule.name", "r7")
        .doesNotContainKey("event.id");
  }

  @Test
  void recordOfAHost_isAboutNothingElse() {
    assertThat(
            event(
                    "{'acmeKind':'a','id':'h7','ip':'192.0.2.7','osName':'Linux','osVersion':'9','hash':"
                        + "'44d88612fea8a8f36de82e1278abb02f'}")
                .ecsFields())
        .containsEntry("event.category", "host")
        .containsEntry("host.id", "h7")
        .containsEntry("host.ip", "192.0.2.7")
        .containsEntry("host.os.name", "Linux")
        .containsEntry("file.hash.md5", "44d88612fea8a8f36de82e1278abb02f")
        .doesNotContainKeys("source.ip", "source.address");
  }

  @Test
  void whateverIsCalledATime_isOneIfThereIsNoBetter() {
    assertThat(event("{'acmeKind':'a','acmeTimestamp':'2026-03-01T12:00:00Z'}").time())
        .hasToString("2026-03-01T12:00:00Z");
    assertThat(event("{'acmeKind':'a','acmeTimestamp':'never'}").ecsFields())
        .doesNotContainKey("error.message");
  }
}
