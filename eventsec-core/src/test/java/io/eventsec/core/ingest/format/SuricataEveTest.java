package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuricataEveTest {
  private static final String HEAD =
      "{'timestamp':'2026-11-24T08:00:00.000001+0000','flow_id':7,'in_iface':'eth1','src_ip':'192.0.2.1',"
          + "'src_port':50000,'dest_ip':'198.51.100.2','dest_port':53,'proto':'UDP','vlan':[12,13],"
          + "'community_id':'1:abc','event_type':";

  @Test
  void normalise_anyEvent_hasTimeEndsAndSensor() {
    Event event = event(HEAD + "'snmp','snmp':{'version':2,'pdu_type':'get_request'}}");

    assertThat(event.time()).isEqualTo("2026-11-24T08:00:00.000001Z");
    assertThat(event.ecsFields())
        .containsEntry("event.kind", "event")
        .containsEntry("event.module", "suricata")
        .containsEntry("event.dataset", "suricata.snmp")
        .containsEntry("event.action", "get_request")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("source.port", 50000L)
        .containsEntry("destination.ip", "198.51.100.2")
        .containsEntry("destination.port", 53L)
        .containsEntry("network.transport", "udp")
        .containsEntry("network.protocol", "snmp")
        .containsEntry("network.vlan.id", List.of("12", "13"))
        .containsEntry("network.community_id", "1:abc")
        .containsEntry("observer.ingress.interface.name", "eth1")
        .containsEntry("related.ip", List.of("192.0.2.1", "198.51.100.2"))
        .doesNotContainKey("error.message");
  }

  @Test
  void normalise_alert_hasRuleAndTheFlowsCountersTheRightWayRound() {
    Event event =
        event(
            HEAD
                + "'alert','direction':'to_client','app_proto':'failed','alert':{'action':'blocked',"
                + "'gid':1,'signature_id':42,'rev':3,'signature':'S','category':'','severity':1},"
                + "'flow':{'pkts_toserver':1,'pkts_toclient':2,'bytes_toserver':10,'bytes_toclient':20,"
                + "'start':'2026-11-24T07:59:00+0000'}}");

    assertThat(event.ecsFields())
        .containsEntry("event.kind", "alert")
        .containsEntry("event.category", List.of("network", "intrusion_detection"))
        .containsEntry("event.type", List.of("info", "denied"))
        .containsEntry("event.action", "blocked")
        .containsEntry("event.severity", 1L)
        .containsEntry("event.start", "2026-11-24T07:59:00Z")
        .containsEntry("rule.id", "42")
        .containsEntry("rule.name", "S")
        .containsEntry("rule.version", "3")
        .containsEntry("source.bytes", 20L)
        .containsEntry("destination.bytes", 10L)
        .containsEntry("network.bytes", 30L)
        .containsEntry("network.packets", 3L)
        .doesNotContainKeys("network.protocol", "rule.category");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'answer','id':9,'rrname':'www.example.com','rrtype':'A','rcode':'NOERROR','ttl':60,"
            + "'rdata':'192.0.2.9'}",
        "{'version':2,'type':'answer','id':9,'qr':true,'rd':true,'ra':true,'rrname':'www.example.com',"
            + "'rrtype':'A','rcode':'NOERROR','answers':[{'rrname':'www.example.com','rrtype':'A','ttl':60,"
            + "'rdata':'192.0.2.9'}]}",
        "{'version':3,'type':'response','id':9,'rcode':'NOERROR','queries':[{'rrname':'www.example.com',"
            + "'rrtype':'A'}],'answers':[{'rrname':'www.example.com','rrtype':'A','ttl':60,"
            + "'rdata':'192.0.2.9'}]}",
      })
  void normalise_dnsOfEveryVersion_saysTheSame(String dns) {
    assertThat(event(HEAD + "'dns','dns':" + dns + "}").ecsFields())
        .containsEntry("dns.type", "answer")
        .containsEntry("dns.id", "9")
        .containsEntry("dns.question.name", "www.example.com")
        .containsEntry("dns.question.type", "A")
        .containsEntry("dns.response_code", "NOERROR")
        .containsEntry("dns.answers.data", "192.0.2.9")
        .containsEntry("dns.answers.ttl", 60L)
        .containsEntry("dns.resolved_ip", "192.0.2.9")
        .containsEntry("event.outcome", "success");
  }

  @Test
  void normalise_dnsRequest_hasNoOutcome() {
    assertThat(
            event(
                    HEAD
                        + "'dns','dns':{'version':3,'type':'request','rcode':'NOERROR','rd':true,"
                        + "'queries':[{'rrname':'a.example','rrtype':'TXT'}]}}")
                .ecsFields())
        .containsEntry("dns.type", "query")
        .containsEntry("dns.header_flags", "RD")
        .doesNotContainKey("event.outcome");
  }

  @Test
  void normalise_http_hasTheUrlInParts() {
    assertThat(
            event(
                    HEAD
                        + "'http','http':{'hostname':'WWW.Example.com','http_port':8080,"
                        + "'url':'/a/b.php?x=1#top','http_user_agent':'UA','http_method':'POST',"
                        + "'protocol':'HTTP/1.1','status':404,'length':12,'http_refer':'http://r.example/'}}")
                .ecsFields())
        .containsEntry("url.original", "/a/b.php?x=1#top")
        .containsEntry("url.full", "http://www.example.com:8080/a/b.php?x=1#top")
        .containsEntry("url.domain", "www.example.com")
        .containsEntry("url.port", 8080L)
        .containsEntry("url.path", "/a/b.php")
        .containsEntry("url.query", "x=1")
        .containsEntry("url.fragment", "top")
        .containsEntry("url.extension", "php")
        .containsEntry("http.request.method", "POST")
        .containsEntry("http.request.referrer", "http://r.example/")
        .containsEntry("http.response.status_code", 404L)
        .containsEntry("http.response.body.bytes", 12L)
        .containsEntry("http.version", "1.1")
        .containsEntry("user_agent.original", "UA")
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void normalise_tls_takesFingerprintsAsObjectOrText() {
    String rest = "'version':'TLS 1.3','sni':'s.example','fingerprint':'0a:1b','subject':'CN=s'}}";
    Event object = event(HEAD + "'tls','tls':{'ja3':{'hash':'aa','string':'771'}," + rest);
    Event text = event(HEAD + "'tls','tls':{'ja3':'aa'," + rest);

    assertThat(object.ecsFields())
        .containsEntry("tls.client.ja3", "aa")
        .containsEntry("tls.client.server_name", "s.example")
        .containsEntry("tls.version", "1.3")
        .containsEntry("tls.version_protocol", "tls")
        .containsEntry("tls.server.hash.sha1", "0A1B")
        .containsEntry("related.hosts", "s.example")
        .isEqualTo(text.ecsFields());
  }

  @Test
  void normalise_fileinfo_hasNameAndHashes() {
    assertThat(
            event(
                    HEAD
                        + "'fileinfo','fileinfo':{'filename':'/d/x.tar.gz','size':5,'sha256':'AB'},"
                        + "'http':{'hostname':'h.example','url':'/d/x.tar.gz'}}")
                .ecsFields())
        .containsEntry("file.path", "/d/x.tar.gz")
        .containsEntry("file.name", "x.tar.gz")
        .containsEntry("file.extension", "gz")
        .containsEntry("file.size", 5L)
        .containsEntry("file.hash.sha256", "ab");
  }

  @Test
  void normalise_badValues_areLeftOutAndNamed() {
    Event event =
        event(
            "{'timestamp':'yesterday','event_type':'flow','src_ip':'nowhere','src_port':70000,"
                + "'dest_ip':'2001:DB8::0','dest_port':'443'}");

    assertThat(event.time()).isEqualTo(Batches.RECEIVED);
    assertThat(event.ecsFields())
        .containsEntry("destination.ip", "2001:db8::")
        .containsEntry("destination.port", 443L)
        .doesNotContainKeys("source.ip", "source.port");
    assertThat(event.ecsFields().get("error.message"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3)
        .anySatisfy(message -> assertThat(message.toString()).contains("timestamp 'yesterday'"))
        .anySatisfy(message -> assertThat(message.toString()).contains("src_ip 'nowhere'"))
        .anySatisfy(
            message -> assertThat(message.toString()).contains("src_port '70000'", "65535"));
    assertThat(event.nativeFields()).containsEntry("src_port", 70000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alert", "dns", "http", "tls", "flow", "netflow", "fileinfo", "ssh", "smb", "smtp", "ftp",
        "ftp_data", "krb5", "dcerpc", "dhcp", "nfs", "snmp", "mqtt", "rdp", "sip", "quic",
            "anomaly",
        "stats", "drop", "tftp", "ike"
      })
  void table_everyKindOfEvent_hasASection(String type) {
    assertThat(SuricataEve.TABLE.section(type)).isPresent();
  }

  @Test
  void normalise_kindFromTheFuture_isBasicAndItsDatasetSafe() {
    assertThat(event(HEAD + "'new_thing'}").ecsFields())
        .containsEntry("event.dataset", "suricata.new_thing")
        .containsEntry("event.category", "network");
    assertThat(event(HEAD + "'so bad/'}").ecsFields()).containsEntry("event.dataset", "suricata");
  }
}
