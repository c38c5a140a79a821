package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies whose lines have neither header nor names. */
class WebProxiesTest {
  private static final String MAIN =
      "2026-11-27 08:15:30 48 192.0.2.7 302 TCP_NC_MISS 1242 969 GET https www.example.net 8443 /a.html ?b=c ada Sales"
          + " www.example.net text/html https://ref.example.org/ \"curl/8.1 (x; y)\" OBSERVED \"News;Media\" - 198.51.100.9";

  @Test
  void mainOfProxySg_hasRequestAndWhoAsked() {
    Event event = DeviceLines.event(MAIN);

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "proxysg.log")
        .containsEntry("event.action", "TCP_NC_MISS")
        .containsEntry("event.type", List.of("access", "allowed"))
        .containsEntry("event.outcome", "success")
        .containsEntry("event.duration", 48_000_000L)
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.bytes", 969L)
        .containsEntry("destination.bytes", 1242L)
        .containsEntry("user.name", "ada")
        .containsEntry("http.response.status_code", 302L)
        .containsEntry("http.request.referrer", "https://ref.example.org/")
        .containsEntry("user_agent.original", "curl/8.1 (x; y)")
        .containsEntry("rule.category", "News;Media")
        .containsEntry("observer.ip", "198.51.100.9")
        .containsEntry("url.full", "https://www.example.net/a.html?b=c")
        .containsEntry("url.port", 8443L)
        .containsEntry("url.extension", "html");
    assertThat(event.value("cs-method")).isEqualTo("GET");
  }

  private static final String REPORTER =
      "2026-11-27 08:15:30 53 192.0.2.7 ada - policy_denied DENIED \"Gambling\" - 403 TCP_DENIED GET text/html http"
          + " bad.example.net 80 /x.exe ?y=z exe \"curl/8.1\" 198.51.100.9 120 440 -";

  @Test
  void reportersOrderOfProxySg_isToldFromTheOther() {
    assertThat(DeviceLines.event(REPORTER).ecsFields())
        .containsEntry("event.type", List.of("access", "denied"))
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.reason", "policy_denied")
        .containsEntry("source.bytes", 440L)
        .containsEntry("url.full", "http://bad.example.net/x.exe?y=z")
        .containsEntry("rule.category", "Gambling");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-27 08:15:30 48 192.0.2.7 302 TCP_NC_MISS 1242 969 GET",
        "2026-11-27 08:15:30 48 host 302 TCP_MISS 1 9 GET https a 1 /a ? b - c d e f g h - i",
        "2026-11-27 08:15:30 48 192.0.2.7 302 miss 1 9 GET https a 1 /a ? b - c d e f g h - i",
        "2026-11-27 08:15:30 48 192.0.2.7 many TCP_MISS 1 9 GET https a 1 /a ? b - c d e f g h - i",
        "2026-11-27 08:15:30 48 192.0.2.7 302 TCP_MISS 1 9 get https a 1 /a ? b - c d e f g h - i",
        "2026-11-27",
        ""
      })
  void otherLine_isNotOfProxySg(String line) {
    assertThat(new ProxySg(ZoneOffset.UTC).read(line)).isEmpty();
  }

  @Test
  void badCount_isKeptAndTold() {
    Event event = DeviceLines.any(MAIN.replace(" 1242 ", " many "));

    assertThat(event.nativeFields()).containsEntry("sc-bytes", "many");
    assertThat(event.ecsFields())
        .containsEntry("source.bytes", 969L)
        .containsEntry(
            "error.message",
            List.of(
                "sc-bytes 'many' is not a whole number of 0 or more",
                "sc-bytes 'many' is not a whole number of 0 or more"))
        .doesNotContainKey("destination.bytes");
  }

  private static final String SKYHIGH =
      "[27/Nov/2026:08:15:30 +0100] \"ada\" 192.0.2.7 403 \"GET https://bad.example.net/x?y=z HTTP/1.1\" \"Malware, Spam\" \"High"
          + " Risk\" \"text/html\" 77 \"curl/8.1\" \"EICAR\" \"80\"";

  @ParameterizedTest
  @ValueSource(strings = {"", " \"Shop\"", " \"Shop\" \"more\""})
  void requestThroughSkyhigh_hasVerdictAndVirus(String more) {
    Event event = DeviceLines.event(SKYHIGH + more);

    assertThat(event.time()).isEqualTo("2026-11-27T07:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "skyhigh_web_gateway.access")
        .containsEntry("event.type", List.of("access", "denied"))
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("rule.category", "Malware, Spam")
        .containsEntry("threat.software.name", "EICAR")
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.response.bytes", 77L)
        .containsEntry("url.domain", "bad.example.net")
        .containsEntry("url.query", "y=z");
  }

  @Test
  void requestThroughZscaler_asColumns() {
    Event event =
        DeviceLines.event(
            "\"Fri Nov 27 08:15:30 2026\",\"ada@example.org\",\"HTTPS\",\"www.example.net/a?b=c\",\"Blocked\",\"Shop\",\"Consumer"
                + " Apps\",\"72\",\"14061\",\"0\",\"0\",\"Productivity Loss\",\"Shopping\",\"Online Shopping\",\"None\",\"None\",\"7\","
                + "\"None\",\"None\",\"Home\",\"Sales\",\"192.0.2.7\",\"198.51.100.1\",\"GET\",\"403\",\"curl/8.1\",\"None\",\"FwFilter\","
                + "\"No%20shops\",\"Other\",\"None\",\"ada\",\"pc7\",\"N/A\"");

    assertThat(event.time()).isEqualTo("2026-11-27T08:15:30Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "zscaler_zia.web")
        .containsEntry("event.action", "blocked")
        .containsEntry("event.risk_score", 7.0)
        .containsEntry("user.email", "ada@example.org")
        .containsEntry("source.user.name", "ada")
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("rule.name", "No shops")
        .containsEntry("url.domain", "www.example.net")
        .containsEntry("http.response.status_code", 403L)
        .doesNotContainKeys("http.request.referrer", "threat.software.name");
  }

  @Test
  void feedsOfZscaler_haveTheirOwnEnds() {
    assertThat(
            DeviceLines.event(
                    "{\"sourcetype\":\"zscalernss-fw\",\"event\":{\"datetime\":\"Fri Nov 27 08:15:30 2026\",\"csip\":\"192.0.2.7\","
                        + "\"csport\":50000,\"cdip\":\"198.51.100.1\",\"cdport\":443,\"action\":\"Drop\",\"nwapp\":\"http\",\"proto\":\"TCP\","
                        + "\"durationms\":486}}")
                .ecsFields())
        .containsEntry("event.dataset", "zscaler_zia.firewall")
        .containsEntry("event.action", "drop")
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.duration", 486_000_000L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("destination.port", 443L);
    assertThat(
            DeviceLines.event(
                    "{\"sourcetype\":\"zscalernss-dns\",\"event\":{\"datetime\":\"Fri Nov 27 08:15:30 2026\",\"dns_req\":"
                        + "\"www.example.net\",\"dns_reqtype\":\"AAAA record\",\"dns_resp\":\"2001:db8::7\",\"clt_sip\":\"192.0.2.7\","
                        + "\"srv_dip\":\"198.51.100.53\",\"srv_dport\":\"53\",\"protocol\":\"UDP\",\"reqaction\":\"REQ_ALLOW\"}}")
                .ecsFields())
        .containsEntry("event.dataset", "zscaler_zia.dns")
        .containsEntry("network.protocol", "dns")
        .containsEntry("network.transport", "udp")
        .containsEntry("dns.question.type", "AAAA")
        .containsEntry("dns.resolved_ip", "2001:db8::7")
        .containsEntry("destination.port", 53L);
  }

  @Test
  void requestThroughExchange_hasUserAndTarget() {
    assertThat(
            DeviceLines.event(
                    "2026-11-27T08:15:30.500Z,r7,15,2,1118,7,c7,Owa,mail.example.org,/owa/,,FBA,true,EX\\ada,example.org,x,"
                        + "curl/8.1,192.0.2.7,mx7,200,200,,GET,Proxy,mx8,15.2,x,y,z,,,70,132,0,,,")
                .ecsFields())
        .containsEntry("event.dataset", "microsoft_exchange_server.httpproxy")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "EX")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("http.request.bytes", 70L)
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("url.path", "/owa/");
  }
}
