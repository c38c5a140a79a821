package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers write into files of their own, beside sign-ins. */
class ServerFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "microsoft_dhcp.log~dhcp-new~10,03/01/26,12:00:00,Assign,192.0.2.7,PC7.example.org,02005E10000A,,77,0,,,",
        "microsoft_dhcp.log~dhcp-deny~15,03/01/26,12:00:00,NACK,192.0.2.7,,02005E10000A,",
        "microsoft_dhcp.log~dhcpv6-renew~11004,03/01/26,12:00:00,DHCPV6 Renew,2001:db8::7,pc7.example.org,,14,0001,,",
        "microsoft_dhcp.log~ip-cleanup-end~25,03/01/26,12:00:00,0 leases expired and 0 leases deleted,,,,,0,6,,",
        "microsoft_dnsserver.debug~dns_query~3/1/2026 12:00:00 PM 0A1C PACKET  00000A0B0C0D0E00 UDP Rcv 192.0.2.7"
            + "       1a2b   Q [0001   D   NOERROR] AAAA   (2)ns(7)example(3)org(0)",
        "microsoft_dnsserver.debug~dns_answer~01.03.2026 12:00:00 0A1C PACKET  00000A0B0C0D0E00 TCP Snd 192.0.2.7"
            + "       1a2b R Q [8183   DR NXDOMAIN] A      (2)no(7)example(3)org(0)",
        "windows_firewall.log~drop~2026-03-01 12:00:00 DROP TCP 192.0.2.7 198.51.100.1 50000 445 52 S 1 0 64240 - - -"
            + " RECEIVE",
        "postgresql.log~~2026-03-01 12:00:00.000 UTC [70] ada@shop LOG:  duration: 2.5 ms  statement: SELECT 1",
        "mysql.error~~2026-03-01T12:00:00.000000Z 0 [System] [MY-010931] [Server] ready for connections",
        "mysql.general~database_query~2026-03-01T12:00:00.000000Z     9 Query     SELECT 1",
        "mongodb.log~connection_accepted~2026-03-01T12:00:00.000+0000 I NETWORK  [listener] connection accepted from"
            + " 192.0.2.7:50000 #3 (1 connection now open)",
        "redis.log~~70:M 01 Mar 2026 12:00:00.000 * Ready to accept connections",
        "bind.log~dns_query~01-Mar-2026 12:00:00.000 queries: info: client @0x7f00 192.0.2.7#50000 (example.org):"
            + " query: example.org IN A + (198.51.100.1)",
        "fail2ban.log~address_banned~2026-03-01 12:00:00,000 fail2ban.actions        [70]: NOTICE  [sshd] Ban 192.0.2.7",
        "coredns.log~dns_query~2026-03-01T12:00:00.000Z [INFO] 192.0.2.7:50000 - 9 \"A IN example.org. udp 40 false"
            + " 1232\" NOERROR qr,rd,ra 76 0.0025s",
        "aws.route53_public_logs~dns_query~1.0 2026-03-01T12:00:00Z Z0AB example.org A NOERROR UDP AMS1 192.0.2.7 -",
        "aws.elb_logs~tls_connection~tls 2.0 2026-03-01T12:00:00 net/a/1 2 192.0.2.7:50000 198.51.100.1:443 7 2 10 20 -"
            + " arn:aws:acm:x - ECDHE-RSA-AES128-GCM-SHA256 tlsv13 - example.org - - -",
        "tomcat.log~~01-Mar-2026 12:00:00.000 INFO [main] org.apache.coyote.AbstractProtocol.start Starting",
        "kafka.log~~[2026-03-01 12:00:00,000] WARN Connection to node 1 lost (org.apache.kafka.clients.NetworkClient)",
        "activemq.audit~management_call~2026-03-01 12:00:00,000 | INFO  | ada called a.b.QueueView.purge[] at 01-03-2026"
            + " 12:00:00,000 | qtp1",
        "activemq.log~~2026-03-01 12:00:00,000 | WARN  | Store limit reached | org.apache.activemq.Broker | main",
        "icinga.main~~[2026-03-01 12:00:00 +0000] notice/JsonRpcConnection: Reconnecting to API endpoint 'm7'",
        "ibmmq.errorlog~~03/01/2026 12:00:00 - Process(106.1) User(mqm) Program(amqzxma0) Host(pc7) Installation(I1)"
            + " VRMF(9.2.3.0) QMgr(QM1) Time(2026-03-01T12:00:00.158Z) AMQ5051I: The task has started.",
        "logstash.slowlog~~[2026-03-01T12:00:00,000][WARN ][slowlog.logstash.filters.sleep] event processing time"
            + " {:plugin_params=>{}}",
        "elasticsearch.slowlog~~[2026-03-01T12:00:00,000][INFO ][index.search.slowlog.query] [n7] [logs][0] took[4.5ms],"
            + " took_millis[4], total_hits[19]",
        "elasticsearch.server~~[2026-03-01T12:00:00,000][WARN ][o.e.d.a.Put] Deprecated field",
        "vsphere.log~~2026-03-01T12:00:00.000Z info vpxd[7F] [Originator@6876 sub=vpxLro] [VpxLRO] -- BEGIN",
        "oracle_weblogic.log~~<Mar 1, 2026 12:00:00,000 PM UTC> <Info> <Security> <h> <s> <main> <> <> <> <1772366400000>"
            + " <BEA-090905> <Disabling>",
        "hadoop.log~~2026-03-01 12:00:00,000 INFO common.Util: sampling set to 0",
        "zookeeper.log~~2026-03-01 12:00:00,000 - INFO  [main:Server@9] - Reading",
        "zookeeper.log~~2026-03-01 12:00:00,000 [myid:1] - INFO  [main:Server@9] - Started",
        "rabbitmq.log~closing~2026-03-01 12:00:00.000 [info] <0.7.0> closing AMQP connection <0.7.0> (192.0.2.7:50000 ->"
            + " 198.51.100.1:5672)",
        "cassandra.log~~WARN  [main] 2026-03-01 12:00:00,000 Startup.java:9 - Slow disk",
        "hadoop.audit~delete~2026-03-01 12:00:00,000 INFO FSNamesystem.audit: allowed=false ugi=ada (auth:SIMPLE)"
            + " ip=/192.0.2.7 cmd=delete src=/data dst=null perm=null proto=rpc",
        "elasticsearch.server~~[2026-03-01T12:00:00,000][WARN ][o.e.c.Coordinator       ] [node7] master not discovered",
        "logstash.log~~[2026-03-01T12:00:00,000][ERROR][logstash.outputs.http    ] Could not fetch",
        "nats.log~~[70] 2026/03/01 12:00:00.000000 [ERR] 192.0.2.7:50000 - cid:5 - authentication error",
        "spring_boot.log~~2026-03-01 12:00:00.000  WARN 70 --- [           main] org.example.App     : Slow",
        "jenkins.log~~2026-03-01 12:00:00.000+0000 [id=9]      INFO      hudson.WebAppMain#run: up",
        "envoyproxy.access~tcp_connection~[2026-03-01T12:00:00.000Z] \"- - -\" 0 - - - \"-\" 10 20 30 - \"-\" \"-\" \"-\""
            + " \"-\" \"198.51.100.9:5432\" out 198.51.100.9:6 198.51.100.1:5432 192.0.2.7:50000 - -",
        "kubernetes.component~~W0301 12:00:00.000000      70 controller.go:9] Slow",
        "logfmt.log~~time=\"2026-03-01T12:00:00Z\" level=info msg=\"up\" src_ip=192.0.2.7",
        "logfmt.log~~ts=2026-03-01T12:00:00Z caller=main.go:9 level=warn component=db msg=slow",
        "oracle_weblogic.log~~####<Mar 1, 2026 12:00:00,000 PM UTC> <Info> <Server> <h7> <Admin> <main> <<Kernel>> <>"
            + " <> <1772366400000> <BEA-000365> <State changed>",
        "exim.log~mail_received~2026-03-01 12:00:00 1a-7-X <= ada@example.org H=h.example.org [192.0.2.7]:50000 P=esmtps"
            + " S=20 id=i@example.org",
        "exim.log~mail_delivery~2026-03-01 12:00:00 1a-7-X => bob@example.net R=dns T=smtp H=mx.example.net"
            + " [198.51.100.1] C=\"250 OK\"",
        "freeradius.log~network_login~Sun Mar  1 12:00:00 2026 : Auth: (7) Login incorrect (mschap): [ada/<x>] (from"
            + " client ap7 port 0 cli 02-00-5E-10-00-0A)",
        "ftp.transfer~file_download~Sun Mar  1 12:00:00 2026 1 192.0.2.7 5120 /srv/a_b.txt b _ o r ada ftp 0 * c",
        "iis.access~http_request~2026-03-01 12:00:00 W3SVC7 WEB7 198.51.100.1 GET /a - 443 - 192.0.2.7 HTTP/2.0 curl/8"
            + " - - example.org 200 0 0 10 20 30 203.0.113.5",
      })
  void line_isOfThatKind(String dataset, String action, String line) {
    Event event = text(line);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.kind", "event")
        .doesNotContainKey("error.message");
    if (action != null) {
      assertThat(event.ecsFields()).containsEntry("event.action", action);
    }
    if (line.contains("192.0.2.7")) {
      assertThat(String.valueOf(event.value("related.ip"))).contains("192.0.2.7");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "cisco_ios.log~<187>: 2026 Mar  1 12:00:00 UTC: %ETHPORT-5-IF_DOWN_LINK_FAILURE: Interface Ethernet1/3 is down",
        "cisco_ios.log~<189>AP7: *Mar  1 12:00:00.000: %DOT11-6-ASSOC: Interface Dot11Radio0, Station x associated",
        "clamav.log~Mar  1 12:00:00 mx7 clamd[7]: /tmp/a b: Win.Test-1(44d88612fea8a8f36de82e1278abb02f:68) FOUND",
        "sendmail.log~Mar  1 12:00:00 mx7 sendmail[7]: 1A: from=<ada@example.org>, size=20, class=0, nrcpts=1,"
            + " msgid=<i@example.org>, relay=h.example.org [192.0.2.7]",
        "proftpd.log~Mar  1 12:00:00 f7 proftpd[7]: 198.51.100.1 (h[192.0.2.7]) - USER ada: Login successful.",
        "samba.audit~Mar  1 12:00:00 f7 smbd_audit: ada|192.0.2.7|share|open|ok|r|a b.txt",
        "pulse_connect_secure.log~<134>Mar  1 12:00:00 v7 PulseSecure: id=firewall time=\"2026-03-01 12:00:00\" pri=6"
            + " fw=198.51.100.1 vpn=v7 user=ada realm=\"U\" roles=\"\" proto=auth src=192.0.2.7 dst= dstname= type=vpn"
            + " op= arg=\"\" agent=\"\" msg=\"AUT1: Login failed\"",
        "ossec.alert~<132>Mar  1 12:00:00 m7 ossec: Alert Level: 5; Rule: 5716 - SSHD failed.; Location: (a) 1->/b;"
            + " srcip: 192.0.2.7; Mar  1 11:59:59 a sshd[1]: x",
        "arista_ngfw.log~<174>Mar  1 12:00:00 n7 uvm[0]: ARISTA: {\"timeStamp\":\"2026-03-01 12:00:00.0\",\"class\":"
            + "\"class com.untangle.uvm.app.SessionEvent\",\"CClientAddr\":\"192.0.2.7\"}",
        "sysmon_linux.log~<14>Mar  1 12:00:00 s7 sysmon: <Event><System><Provider Name=\"Linux-Sysmon\"/><EventID>1"
            + "</EventID><Channel>Linux-Sysmon/Operational</Channel><Computer>s7</Computer><TimeCreated"
            + " SystemTime=\"2026-03-01T12:00:00Z\"/></System><EventData><Data Name=\"Image\">/bin/a</Data></EventData>"
            + "</Event>",
      })
  void messageInSyslog_isOfThatKind(String dataset, String line) {
    Event event = text(line);

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", dataset)
        .doesNotContainKey("error.message");
    if (line.contains("192.0.2.7")) {
      assertThat(String.valueOf(event.value("related.ip"))).contains("192.0.2.7");
    }
  }

  @Test
  void leaseOfWindows_hasWhoAndWhat() {
    assertThat(
            text("11,03/01/26,12:00:00,Renew,192.0.2.7,PC7.example.org,02005E10000A,,7,0,,,")
                .ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.mac", "02-00-5E-10-00-0A")
        .containsEntry("source.domain", "pc7.example.org")
        .containsEntry("event.code", "11")
        .containsEntry("event.outcome", "success")
        .containsEntry("event.type", List.of("allowed", "connection"));
  }

  @Test
  void questionToWindows_hasItsName() {
    assertThat(
            text("20260301 12:00:00 0A1C PACKET  0000AB UDP Rcv 2001:db8::7     1a2b   Q [0001   D   NOERROR]"
                    + " TXT    (4)_dmr(7)example(3)org(0)")
                .ecsFields())
        .containsEntry("dns.question.name", "_dmr.example.org")
        .containsEntry("dns.question.type", "TXT")
        .containsEntry("dns.response_code", "NOERROR")
        .containsEntry("network.transport", "udp")
        .containsEntry("source.ip", "2001:db8::7");
  }

  @Test
  void requestToIis_hasTimesAndBytes() {
    assertThat(
            text("2026-03-01 12:00:00 198.51.100.1 POST /a/b.aspx x=1 443 ada 192.0.2.7 Mozilla/5.0+(X11) - 500 0 64"
                    + " 1250")
                .ecsFields())
        .containsEntry("event.duration", 1_250_000_000L)
        .containsEntry("event.outcome", "failure")
        .containsEntry("user_agent.original", "Mozilla/5.0 (X11)")
        .containsEntry("url.extension", "aspx")
        .containsEntry("url.query", "x=1")
        .containsEntry("user.name", "ada");
  }

  @Test
  void conditionOfATable_holdsForItsMessagesOnly() {
    assertThat(text("2026-03-01 12:00:00 UTC [7] FATAL:  out of memory").ecsFields())
        .containsEntry("event.type", "error")
        .containsEntry("log.level", "FATAL");
    assertThat(text("2026-03-01 12:00:00 UTC [7] LOG:  checkpoint complete").ecsFields())
        .containsEntry("event.type", "info")
        .containsEntry("message", "checkpoint complete");
  }

  @Test
  void badValue_isKeptAndSaid() {
    Event event =
        text(
            "2026-03-01 12:00:00 198.51.100.1 GET / - 70000 - 192.0.2.7 curl/8 - 200 0 0 99999999999999999");

    assertThat(event.nativeFields()).containsEntry("iis.time_taken", "99999999999999999");
    assertThat(event.ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("http.response.status_code", 200L)
        .doesNotContainKeys("event.duration", "destination.port");
    assertThat(String.valueOf(event.value("error.message")))
        .contains("iis.time_taken '99999999999999999' is not a duration in milliseconds", "70000");
  }
}
