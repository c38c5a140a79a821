package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorsAndCloudTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "11/27/2026-08:15:30.5  [**] #suricata.alert",
        "Nov 27 08:15:30 ids snort[7]: #snort.log"
      })
  void snort_hasRuleAndPlaces(String head, String dataset) {
    assertThat(
            DeviceLines.event(
                    head
                        + " [1:2000:3] ET SCAN x [y] [**] [Classification: Attempted Recon] [Priority: 2] {TCP}"
                        + " 192.0.2.1:5 -> 10.1.1.9:22")
                .ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.kind", "alert")
        .containsEntry("event.severity", 2L)
        .containsEntry("rule.id", "2000")
        .containsEntry("rule.name", "ET SCAN x [y]")
        .containsEntry("rule.category", "Attempted Recon")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 22L)
        .containsEntry("network.transport", "tcp");
  }

  @Test
  void snort_withoutYearAndWithLongAddresses_isRead() {
    Event event =
        DeviceLines.event(
            "11/27-08:15:30.500000  [**] [1:2000:3] x [**] [Priority: 1] {UDP} 2001:db8:0:0:0:0:0:1:53 ->"
                + " 2001:db8:0:0:0:0:0:2:5");

    assertThat(event.time().toString()).endsWith("-11-27T08:15:30.500Z");
    assertThat(event.ecsFields())
        .containsEntry("source.ip", "2001:db8::1")
        .containsEntry("source.port", 53L);
  }

  @Test
  void squid_hasThePage() {
    Event event =
        DeviceLines.event(
            "1795767330.123    120 10.1.1.9 TCP_MISS/200 1024 GET http://example.org/a.js?x=1 ada"
                + " HIER_DIRECT/198.51.100.7 text/html");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "squid.log")
        .containsEntry("event.action", "TCP_MISS")
        .containsEntry("event.outcome", "success")
        .containsEntry("event.duration", 120_000_000L)
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("destination.ip", "198.51.100.7")
        .containsEntry("url.domain", "example.org")
        .containsEntry("url.extension", "js")
        .containsEntry("user.name", "ada");
    assertThat(
            DeviceLines.event(
                    "1795767330.123 0 10.1.1.9 TCP_DENIED/403 3900 CONNECT bad.example.org:443 - HIER_NONE/-"
                        + " text/html")
                .ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("url.domain", "bad.example.org");
  }

  @Test
  void flowsOfTheCloud_haveTraffic() {
    assertThat(
            DeviceLines.event(
                    "2 123456789012 eni-0a1b2c 10.1.1.9 198.51.100.7 50001 443 6 20 4249 1795767270 1795767330"
                        + " REJECT OK")
                .ecsFields())
        .containsEntry("event.dataset", "aws.vpcflow")
        .containsEntry("cloud.account.id", "123456789012")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("event.duration", 60_000_000_000L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.bytes", 4249L);
    assertThat(
            DeviceLines.event(
                    "2 123456789012 eni-0a1b2c - - - - - - - 1795767270 1795767330 - NODATA")
                .ecsFields())
        .containsEntry("event.reason", "NODATA");
  }

  @Test
  void requestsToTheCloud_haveTheirParts() {
    assertThat(
            DeviceLines.event(
                    "https 2026-11-27T08:15:30.186641Z app/lb/50dc 192.0.2.1:2817 10.0.0.1:80 0.086 0.048 0.037 502"
                        + " - 10 57 \"GET https://www.example.org:443/a?x=1 HTTP/1.1\" \"curl/8\" ECDHE-X TLSv1.2"
                        + " arn:x \"Root=1\" \"www.example.org\"")
                .ecsFields())
        .containsEntry("event.dataset", "aws.elb_logs")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 80L)
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.domain", "www.example.org")
        .containsEntry("tls.version", "1.2");
    assertThat(
            DeviceLines.event(
                    "2026-11-27T08:15:30.945958Z lb 192.0.2.1:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200"
                        + " 0 29 \"GET http://www.example.org:80/ HTTP/1.1\" \"curl/8\" - -")
                .ecsFields())
        .containsEntry("event.dataset", "aws.elb_logs")
        .containsEntry("http.response.status_code", 200L);
    assertThat(
            DeviceLines.event(
                    "a".repeat(64)
                        + " bucket1 [27/Nov/2026:08:15:30 +0000] 192.0.2.1 arn:aws:iam::1:user/ada 3E57"
                        + " REST.GET.OBJECT a/b.txt \"GET /bucket1/a/b.txt HTTP/1.1\" 403 AccessDenied 113 - 7 -"
                        + " \"-\" \"S3Console/0.4\" - id SigV4 cipher AuthHeader s3.amazonaws.com TLSv1.2 -")
                .ecsFields())
        .containsEntry("event.dataset", "aws.s3access")
        .containsEntry("event.action", "REST.GET.OBJECT")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.id", "arn:aws:iam::1:user/ada")
        .containsEntry("file.name", "b.txt");
    assertThat(
            DeviceLines.event(
                    "2026-11-27\t08:15:30\tLAX1\t392\t192.0.2.1\tGET\td1.cloudfront.net\t/index.html\t200\t-\t"
                        + "Mozilla/5.0%20(X)\tx=1\t-\tHit\tid==\twww.example.org\thttps\t23\t0.001\t-\tTLSv1.2\tC\t"
                        + "Hit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-")
                .ecsFields())
        .containsEntry("event.dataset", "aws.cloudfront_logs")
        .containsEntry("url.full", "https://www.example.org/index.html?x=1")
        .containsEntry("source.port", 11040L)
        .containsEntry("http.version", "2.0");
  }

  @Test
  void findingsAndAlertsInJson_areAlerts() {
    assertThat(
            DeviceLines.event(
                    "{\"schemaVersion\":\"2.0\",\"accountId\":\"1\",\"region\":\"eu-west-1\",\"id\":\"f1\",\"type\":"
                        + "\"Recon:EC2/PortProbeUnprotectedPort\",\"severity\":5.5,\"title\":\"t\",\"updatedAt\":"
                        + "\"2026-11-27T08:15:30.000Z\",\"service\":{\"serviceName\":\"guardduty\",\"action\":"
                        + "{\"actionType\":\"NETWORK_CONNECTION\",\"networkConnectionAction\":{\"protocol\":\"TCP\","
                        + "\"remoteIpDetails\":{\"ipAddressV4\":\"192.0.2.1\"}}}}}")
                .ecsFields())
        .containsEntry("event.dataset", "aws.guardduty")
        .containsEntry("event.kind", "alert")
        .containsEntry("event.severity", 5L)
        .containsEntry("rule.name", "Recon:EC2/PortProbeUnprotectedPort")
        .containsEntry("source.ip", "192.0.2.1");
    assertThat(
            DeviceLines.event(
                    "{\"version\":\"1.1\",\"account_id\":\"1\",\"region\":\"eu-west-1\",\"vpc_id\":\"vpc-1\","
                        + "\"query_timestamp\":\"2026-11-27T08:15:30Z\",\"query_name\":\"example.org.\",\"query_type\":"
                        + "\"A\",\"query_class\":\"IN\",\"rcode\":\"NOERROR\",\"answers\":[{\"Rdata\":\"198.51.100.7\","
                        + "\"Type\":\"A\",\"Class\":\"IN\"}],\"srcaddr\":\"10.1.1.9\",\"srcport\":\"5\",\"transport\":"
                        + "\"UDP\",\"srcids\":{\"instance\":\"i-1\"}}")
                .ecsFields())
        .containsEntry("event.dataset", "aws.route53_resolver_logs")
        .containsEntry("dns.question.name", "example.org")
        .containsEntry("dns.resolved_ip", "198.51.100.7")
        .containsEntry("network.transport", "udp");
    assertThat(
            DeviceLines.event(
                    "{\"timestamp\":\"2026-11-27T08:15:30.123+0000\",\"rule\":{\"level\":5,\"description\":"
                        + "\"sshd: authentication failed.\",\"id\":\"5760\",\"groups\":[\"syslog\","
                        + "\"authentication_failed\"]},\"agent\":{\"id\":\"1\",\"name\":\"web1\"},\"manager\":{\"name\":"
                        + "\"m\"},\"decoder\":{\"name\":\"sshd\"},\"data\":{\"srcip\":\"192.0.2.1\",\"dstuser\":\"ada\"},"
                        + "\"full_log\":\"x\",\"location\":\"/var/log/auth.log\"}")
                .ecsFields())
        .containsEntry("event.dataset", "wazuh.alerts")
        .containsEntry("event.outcome", "failure")
        .containsEntry("rule.id", "5760")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("user.name", "ada");
  }

  @Test
  void loadBalancers_areRead() {
    assertThat(
            DeviceLines.event(
                    "<134> 11/27/2026:08:15:30 GMT ns1 0-PPE-0 : default TCP CONN_DELINK 123 0 :  Source"
                        + " 192.0.2.1:5 - Vserver 203.0.113.1:443 - NatIP 10.0.0.2:1 - Destination 10.0.0.3:80"
                        + " - Delink Time 11/27/2026:08:15:30 GMT - Total_bytes_send 10 - Total_bytes_recv 20")
                .ecsFields())
        .containsEntry("event.dataset", "citrix_adc.log")
        .containsEntry("event.action", "conn_delink")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("destination.port", 80L)
        .containsEntry("network.bytes", 30L);
    assertThat(
            DeviceLines.event(
                    "<131>Nov 27 08:15:30 b1 ASM:unit_hostname=\"b1\",username=\"N/A\",management_ip_address=\"10.0.0.1\","
                        + "policy_name=\"/Common/p\",violations=\"Illegal URL, Attack signature\","
                        + "request_status=\"blocked\",response_code=\"0\",ip_client=\"192.0.2.1\",method=\"GET\","
                        + "protocol=\"HTTPS\",query_string=\"a=1\",src_port=\"5\",severity=\"Critical\",uri=\"/x\"")
                .ecsFields())
        .containsEntry("event.dataset", "f5_bigip.log")
        .containsEntry("event.kind", "alert")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.reason", "Illegal URL, Attack signature")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("url.path", "/x");
  }

  @Test
  void barracudaAndUmbrella_areRead() {
    assertThat(
            DeviceLines.event(
                    "<129>2026-11-27 08:15:30.411 +0000 waf1 WF ALER SQL_INJECTION_IN_PARAM 192.0.2.1 5 203.0.113.1"
                        + " 443 deny-policy GLOBAL DENY NONE [type=\"x\" y] GET www.example.org/a?x=1 TLSv1.2 \"-\""
                        + " \"curl/8\" 192.0.2.1 5 \"-\" \"-\" 1a2b")
                .ecsFields())
        .containsEntry("event.dataset", "barracuda.waf")
        .containsEntry("event.kind", "alert")
        .containsEntry("rule.name", "SQL_INJECTION_IN_PARAM")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("event.outcome", "failure")
        .containsEntry("user_agent.original", "curl/8")
        .containsEntry("url.domain", "www.example.org")
        .containsEntry("host.name", "waf1");
    assertThat(
            DeviceLines.event(
                    "\"2026-11-27 08:15:30\",\"ada\",\"ada,Network\",\"10.1.1.9\",\"203.0.113.1\",\"Blocked\","
                        + "\"1 (A)\",\"NOERROR\",\"bad.example.org.\",\"Malware\"")
                .ecsFields())
        .containsEntry("event.dataset", "cisco_umbrella.log")
        .containsEntry("dns.question.name", "bad.example.org")
        .containsEntry("dns.question.type", "A")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.ip", "10.1.1.9")
        .containsEntry("rule.category", "Malware");
  }
}
