package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.EventDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products that say more in the Common Event Format than its dictionary tells. */
class CefVendorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "network~host.id~7~Trend Micro|Deep Security Agent|20.0|1000|Rule|5|cn1=7 cn1Label=Host ID",
        "malware~host.id~7~Trend Micro|Deep Security Agent|20.0|4000000|Malware found|8|cn1=7",
        "network~dns.question.name~www.example.org~Infoblox|Data Connector|2.1|DNS Query|DNS|1|app=DNS"
            + " destinationDnsDomain=www.example.org. src=192.0.2.7",
        "network~event.action~create~Infoblox|Data Connector|2.1|DHCP-LEASE-CREATE|DHCP|1|app=DHCP"
            + " InfobloxLeaseOp=Create",
        "session~event.type~end~Ping Identity|PingFederate|12|SESSION_DELETED|SESSION_DELETED|0|duid=ada msg=success",
        "authentication~user.roles~IdP~Ping Identity|PingFederate|12|SSO|SSO|0|duid=ada msg=success cs4=IdP",
        "configuration~observer.serial_number~s7~Palo Alto Networks|LF|2.0|CONFIG|config|3|deviceExternalId=s7 act=edit",
        "iam~event.action~view~Thycotic Software|Secret Server|11.3|10004|SECRET - VIEW|2|suser=ada suid=7",
        "web~tls.version~1.2~Incapsula|SIEMintegration|1|1|Normal|0|siteid=7 ver=TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256",
        "web~http.response.status_code~404~Incapsula|SIEMintegration|1|1|Normal|0|siteid=7 cn1=404"
            + " request=example.org/x",
        "configuration~user.name~ada~Ubiquiti|UniFi Network|9.3|546|Admin Made Config Changes|3|UNIFIcategory=System"
            + " UNIFIadmin=ada",
        "network~event.type~denied~Citrix|NetScaler|NS13|APPFW|APPFW_STARTURL|6|act=blocked cn1=7",
      })
  void vendor_isRead(String category, String field, String value, String rest) {
    Event event = text("CEF:0|" + rest);

    assertThat(event.ecsFields()).containsEntry("event.dataset", "cef.log");
    assertThat(event.ecsFields().get("event.category")).isEqualTo(category);
    assertThat(event.ecsFields().get(field)).hasToString(value);
    assertThat(event.ecsFields().get("error.message")).isNull();
  }

  @Test
  void otherVendor_hasTheDictionaryOnly() {
    assertThat(text("CEF:0|ACME|Wall|1|7|Blocked|5|cn1=7 cs2=x suser=ada@example.org").ecsFields())
        .containsEntry("source.user.domain", "example.org")
        .doesNotContainKeys("host.id", "event.category", "event.id");
  }

  @Test
  void senderOfTheLine_isTheObserver() {
    String line = "<14>Mar  1 12:00:00 wall7 CEF:0|ACME|Wall|1|7|Blocked|5|src=192.0.2.7";

    assertThat(text(line).ecsFields()).containsEntry("observer.hostname", "wall7");
    assertThat(text(line + " dvchost=wall8").ecsFields())
        .containsEntry("observer.hostname", "wall8");
  }

  @Test
  void timeOfDetection_countsWhereThereIsNoOther() {
    String line = "CEF:0|CyberArk|PTA|12|1|Theft|8|cs2=i7 deviceCustomDate1=1772366400000";

    assertThat(text(line).time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(text(line + " rt=1772366401000").time()).hasToString("2026-03-01T12:00:01Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mar 1 12:00:00 192.0.2.1 700 <14>1 2026-03-01T12:00:00Z relay app - x - CEF:0|ACME|Wall|1|7|Blocked|5|src=192.0.2.7",
        "2026-03-01T12:00:00Z relay=r7 CEF:0|ACME|Wall|1|7|Blocked|5|src=192.0.2.7"
      })
  void headThatNobodyKnows_hidesNothing(String line) {
    Event event = text(line);

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cef.log")
        .containsEntry("source.ip", "192.0.2.7");
    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
  }

  @Test
  void jsonOfVectraBehindItsKind_isRead() {
    Event event =
        text(
            "vectra_json_account_lockdown -: {\"headend_addr\":\"192.0.2.1\",\"will_retry\":false,\"action\":\"lock\","
                + "\"vectra_timestamp\":\"1772366400\"}");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "vectra_detect.log")
        .containsEntry("event.action", "lock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a word and no mark", "xCEF:0|ACME|Wall|1|7|Blocked|5|", "other -: {\"a\":1}"})
  void otherLines_areStillNobodys(String line) {
    assertThat(
            EventDecoder.builder().standardFormats().build().decode(Batches.of(line)).rejections())
        .singleElement()
        .extracting("cause")
        .isEqualTo("format.unknown");
  }
}
