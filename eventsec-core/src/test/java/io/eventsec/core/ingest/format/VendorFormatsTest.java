package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VendorFormatsTest {
  private static final List<String> LINES =
      List.of(
          "date=2026-11-27 time=08:15:30 devid=\"F\" type=\"utm\" subtype=\"dns\" srcip=1.1.1.1 duration=1",
          "%ASA-6-302013: Built outbound TCP connection 7 for o:1.1.1.1/4 (1.1.1.1/4) to i:1.1.1.2/5"
              + " (1.1.1.2/5)",
          "%FTD-1-430003: AccessControlRuleAction: Block, SrcIP: 1.1.1.1, ACPolicy: A, B, User: c",
          "<134>1 1795767330.7 MX84 urls src=1.1.1.1:5 dst=1.1.1.2:80 request: GET http://example.org/",
          "1,2026/11/27 08:15:30,1,THREAT,url,1,2026/11/27 08:15:30,1.1.1.1,\"a,b\",{c,d},x",
          "5,,,12,em1,match,block,in,4,0x0,,64,1,0,none,6,tcp,84,1.1.1.1,1.1.1.2,5,6,0,S,1,,2,,mss",
          "<1>1 2026-11-27T08:15:30Z g CheckPoint 7 - [action:\"Drop\"; src:\"1.1.1.1\"; a:\"b \\\" c\"]",
          "RT_FLOW_SESSION_CLOSE [junos@2636.1 source-address=\"1.1.1.1\" elapsed-time=\"12\"]",
          "RT_FLOW: RT_FLOW_SESSION_DENY: session denied 1.1.1.1/5->1.1.1.2/22 x 6(0) r u t",
          "id=firewall sn=1 time=\"2026-11-27 08:15:30\" src=1.1.1.1:5:X0 dst=1.1.1.2:6:X1 proto=tcp/http",
          "id=firewall time=\"2026-11-27 08:15:30\" fw=\"S\" tz=+0100 src=1.1.1.1 action=block",
          "device=\"SFW\" date=2026-11-27 time=08:15:30 log_id=1 log_type=\"Firewall\" src_ip=1.1.1.1",
          "2026:11:27-08:15:30 utm1 ulogd[1]: id=\"2001\" sys=\"S\" sub=\"packetfilter\" srcip=\"1.1.1.1\"",
          "msg_id=\"3000-0148\" Deny E T 52 tcp 20 127 1.1.1.1 1.1.1.2 5 22 offset 8 (Unhandled-00)",
          "2026-11-27 08:15:30\treason=x\taction=Blocked\tproduct=NSS\turl=example.org/a\tvendor=Zscaler",
          "11/27-08:15:30.5  [**] [1:2:3] x [**] [Priority: 1] {TCP} 1.1.1.1:5 -> 1.1.1.2:6",
          "1795767330.123 1 1.1.1.1 TCP_MISS/200 1 GET http://example.org/ - HIER_DIRECT/1.1.1.2 a/b",
          "2 1 eni-1 1.1.1.1 1.1.1.2 5 6 6 20 4249 1795767270 1795767330 REJECT OK",
          "https 2026-11-27T08:15:30.1Z app/l/5 1.1.1.1:2 1.1.1.2:8 0.0 0.0 0.0 502 - 1 5 \"GET / x\" \"c\""
              + " - -",
          "11/27/2026:08:15:30 GMT n 0-PPE-0 : default TCP CONN_DELINK 1 0 : Source 1.1.1.1:5 - User x",
          "WF ALER SQL 1.1.1.1 5 1.1.1.2 443 r GLOBAL DENY NONE [x y] GET 1.1.1.2/a TLSv1.2 \"-\" \"c\"",
          "\"2026-11-27 08:15:30\",\"ada\",\"ada,N\",\"1.1.1.1\",\"1.1.1.2\",\"Blocked\",\"1 (A)\",\"X\",\"e.org.\"",
          "2026-03-01T12:00:00.5Z,1.1.1.1,a,1.1.1.2,b,c,d,SMTP,SEND,7,<i>,u,t@e,s,1,2,,,\"s, t\",f@e,r@e,m,I",
          "CISE_Passed_Authentications 0000000007 1 0 2026-03-01 12:00:00.000 +00:00 0000000007 5200 NOTICE"
              + " Passed-Authentication: Authentication succeeded, ConfigVersionId=1, UserName=ada, Step=1, Step=2, ",
          "2026-11-27 08:15:30 48 1.1.1.1 302 TCP_MISS 12 9 GET https e.org 443 /a ?b=c ada - e.org t/h - \"c (d)\""
              + " OBSERVED \"N;M\" - 1.1.1.2",
          "ASM:unit_hostname=\"b1\",ip_client=\"1.1.1.1\",uri=\"/x\",violations=\"a, b\"");

  private static final EventDecoder DECODER =
      EventDecoder.builder().standardFormats().genericFormats().build();

  @ParameterizedTest
  @MethodSource("lines")
  void brokenLines_neverBreakAFormat(String line) {
    Random random = new Random(line.hashCode());
    StringBuilder batch = new StringBuilder();
    for (int end = 1; end <= line.length(); end++) {
      StringBuilder broken = new StringBuilder(line);
      broken.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
      batch.append(line, 0, end).append('\n').append(broken).append('\n');
    }

    DecodedBatch decoded = DECODER.decode(Batches.of(batch.toString()));

    assertThat(decoded.rejections()).extracting(Rejection::cause).doesNotContain("format.failed");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void longLines_takeTimeThatGrowsWithTheirLength(String line) {
    List<String> fillers =
        List.of("[", "\"", " a=b", ",", "{", ": ", ", a", " - ", ":\"", "\t", "|");
    // One that looks at a place again for each other place would not come back from these.
    for (String filler : fillers) {
      String longLine = line + filler.repeat(300_000 / filler.length());
      VendorFormats.of(ZoneOffset.UTC).stream()
          .filter(TextFormat.class::isInstance)
          .forEach(format -> assertThat(((TextFormat) format).read(longLine)).isNotNull());
    }
  }

  static List<String> lines() {
    return LINES;
  }

  @Test
  void names_areTheirOwn() {
    assertThat(VendorFormats.of(ZoneOffset.UTC))
        .extracting(format -> format.name())
        .doesNotHaveDuplicates();
  }
}
