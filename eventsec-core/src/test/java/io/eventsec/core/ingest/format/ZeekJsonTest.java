package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeekJsonTest {
  private static final String HEAD =
      "{'ts':1795500000.000001,'uid':'C1','id.orig_h':'10.0.0.7','id.orig_p':50000,"
          + "'id.resp_h':'198.51.100.2','id.resp_p':443,";

  @Test
  void normalise_conn_hasTrafficAndDirection() {
    Event event =
        event(
            HEAD
                + "'proto':'tcp','service':'ssl','duration':1.5,'orig_bytes':10,'resp_bytes':20,"
                + "'conn_state':'SF','local_orig':true,'local_resp':false,'orig_pkts':2,'resp_pkts':3,"
                + "'orig_ip_bytes':90}");

    assertThat(event.time()).isEqualTo("2026-11-24T06:00:00.000001Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "zeek.conn")
        .containsEntry("event.duration", 1_500_000_000L)
        .containsEntry("source.ip", "10.0.0.7")
        .containsEntry("destination.port", 443L)
        .containsEntry("source.bytes", 90L)
        .containsEntry("destination.bytes", 20L)
        .containsEntry("network.bytes", 110L)
        .containsEntry("network.packets", 5L)
        .containsEntry("network.direction", "outbound")
        .containsEntry("network.protocol", "ssl");
  }

  @Test
  void normalise_dns_hasQuestionAndAnswers() {
    assertThat(
            event(
                    HEAD
                        + "'trans_id':3,'query':'a.example','qclass_name':'C_INTERNET','qtype_name':'A',"
                        + "'rcode_name':'NXDOMAIN','rcode':3,'AA':true,'RD':true,'answers':['b.example',"
                        + "'192.0.2.1'],'TTLs':[60.0,30.4]}")
                .ecsFields())
        .containsEntry("event.dataset", "zeek.dns")
        .containsEntry("dns.question.name", "a.example")
        .containsEntry("dns.question.class", "IN")
        .containsEntry("dns.answers.data", List.of("b.example", "192.0.2.1"))
        .containsEntry("dns.answers.ttl", List.of(60L, 30L))
        .containsEntry("dns.resolved_ip", "192.0.2.1")
        .containsEntry("dns.header_flags", List.of("AA", "RD"))
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void normalise_kerberos_splitsTheClient() {
    assertThat(
            event(
                    HEAD
                        + "'request_type':'AS','client':'ann/EXAMPLE.COM','service':'x','success':false}")
                .ecsFields())
        .containsEntry("event.dataset", "zeek.kerberos")
        .containsEntry("user.name", "ann")
        .containsEntry("user.domain", "EXAMPLE.COM")
        .containsEntry("event.outcome", "failure")
        .containsEntry("related.user", "ann");
  }

  @Test
  void normalise_smbFile_joinsShareAndName() {
    assertThat(
            event(
                    HEAD
                        + "'action':'SMB::FILE_DELETE','path':'\\\\\\\\fs\\\\C$','name':'a\\\\b.exe'}")
                .ecsFields())
        .containsEntry("event.type", List.of("connection", "protocol", "deletion"))
        .containsEntry("file.directory", "\\\\fs\\C$")
        .containsEntry("file.path", "\\\\fs\\C$\\a\\b.exe")
        .containsEntry("file.name", "b.exe")
        .containsEntry("file.extension", "exe");
  }

  @ParameterizedTest
  @CsvSource({
    "conn, zeek.conn",
    "conn-internal, zeek.conn",
    "ssh.failure, zeek.ssh",
    "my_own, zeek.my_own",
    "*, zeek",
    "-, zeek",
    "a b, zeek",
  })
  void normalise_path_namesTheDataset(String path, String dataset) {
    assertThat(event("{'_path':'" + path + "','ts':1}").ecsFields())
        .containsEntry("event.dataset", dataset);
  }

  @Test
  void normalise_isoAndMissingTimes_areUnderstood() {
    assertThat(event("{'_path':'conn','ts':'2026-11-24T06:00:00.5Z'}").time())
        .isEqualTo("2026-11-24T06:00:00.500Z");
    Event without = event("{'_path':'conn','uid':'C1'}");
    assertThat(without.time()).isEqualTo(Batches.RECEIVED);
    assertThat(without.ecsFields()).doesNotContainKey("error.message");
    assertThat(String.valueOf(event("{'_path':'conn','ts':'XXX'}").value("error.message")))
        .contains("ts 'XXX'");
  }

  @Test
  void normalise_endsOfConnections_areTold() {
    assertThat(event(HEAD + "'proto':'tcp','conn_state':'SF'}").ecsFields())
        .containsEntry("event.type", List.of("connection", "start", "end"));
    assertThat(event(HEAD + "'proto':'tcp','conn_state':'REJ'}").ecsFields())
        .containsEntry("event.type", List.of("connection", "start", "denied"));
    assertThat(event(HEAD + "'proto':'tcp','conn_state':'OTH'}").ecsFields())
        .containsEntry("event.type", List.of("connection", "info"));
  }

  @Test
  void normalise_namesInCertificates_areTakenApart() {
    assertThat(
            event(
                    HEAD
                        + "'cipher':'c','established':true,'version':'DTLSv12','subject':"
                        + "'CN=h.example.org,O=Example\\\\, Inc.,C=DE,X=y,=,z'}")
                .ecsFields())
        .containsEntry("network.transport", "udp")
        .containsEntry("tls.server.x509.subject.common_name", "h.example.org")
        .containsEntry("tls.server.x509.subject.organization", "Example, Inc.")
        .containsEntry("tls.server.x509.subject.country", "DE");
  }

  @Test
  void sipWithoutItsPath_isNoHttp() {
    assertThat(
            DeviceLines.event(
                    "{\"ts\":1772442000.0,\"uid\":\"C7\",\"id.orig_h\":\"10.7.7.7\",\"id.resp_h\":\"198.51.100.2\",\"trans_depth\":0,"
                        + "\"method\":\"INVITE\",\"uri\":\"sip:ada@lab.example\",\"call_id\":\"7@x\",\"status_code\":100}")
                .ecsFields())
        .containsEntry("event.dataset", "zeek.sip");
  }
}
