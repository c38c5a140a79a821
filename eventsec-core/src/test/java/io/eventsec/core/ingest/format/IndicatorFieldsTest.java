package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators of feeds and platforms. */
class IndicatorFieldsTest {
  private static final String TYPE = "threat.indicator.type";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "192.0.2.7|ipv4-addr|threat.indicator.ip",
        "2001:db8::7|ipv6-addr|threat.indicator.ip",
        "bad.example.net|domain-name|threat.indicator.url.domain",
        "eve@example.net|email-addr|threat.indicator.email.address",
        "0123456789abcdef0123456789abcdef|file|threat.indicator.file.hash.md5",
        "0123456789abcdef0123456789abcdef01234567|file|threat.indicator.file.hash.sha1",
        "http://bad.example.net/x|url|threat.indicator.url.full",
      })
  void text_tellsWhatItIs(String value, String type, String field) {
    Event event =
        event("{'applied_globally':true,'type':'x','platforms':['mac'],'value':'" + value + "'}");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "ti_crowdstrike.ioc")
        .containsEntry(TYPE, type)
        .containsEntry(field, value);
  }

  @Test
  void textThatIsNothingKnown_hasNoType() {
    Event event = event("{'applied_globally':true,'type':'x','platforms':['mac'],'value':'a b'}");

    assertThat(event.ecsFields())
        .containsEntry("threat.indicator.name", "a b")
        .doesNotContainKeys(TYPE, "error.message");
  }

  @Test
  void url_isTakenApart() {
    Event event =
        event("{'urlhaus_reference':'r','url':'HTTPS://Bad.Example.net:8443/a/b.Exe?c=1'}");

    assertThat(event.ecsFields())
        .containsEntry("threat.indicator.url.scheme", "https")
        .containsEntry("threat.indicator.url.domain", "bad.example.net")
        .containsEntry("threat.indicator.url.port", 8443L)
        .containsEntry("threat.indicator.url.path", "/a/b.Exe")
        .containsEntry("threat.indicator.url.query", "c=1")
        .containsEntry("threat.indicator.url.extension", "exe");
  }

  @Test
  void patternOfStix_saysMoreThanTheName() {
    Event event =
        event(
            "{'type':'indicator','id':'indicator--7','name':'n','pattern_type':'stix','modified':'2026-03-01T12:00:00Z',"
                + "'pattern':'[file:hashes.MD5 = \\u00270123456789abcdef0123456789abcdef\\u0027] OR"
                + " [ipv4-addr:value=\\u0027192.0.2.7\\u0027]'}");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "ti_stix.indicator")
        .containsEntry("threat.indicator.name", "n")
        .containsEntry(TYPE, "file")
        .containsEntry("threat.indicator.file.hash.md5", "0123456789abcdef0123456789abcdef")
        .containsEntry("threat.indicator.ip", "192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[file:name = 'x.exe']|file|threat.indicator.file.name|x.exe",
        "[url:value = 'http://bad.example.net/a?b=c#d']|url|threat.indicator.url.query|b=c",
      })
  void patternOfStix_tellsFilesAndUrls(String pattern, String type, String field, String value) {
    assertThat(indicator(pattern).ecsFields())
        .containsEntry(TYPE, type)
        .containsEntry(field, value);
  }

  @Test
  void patternOfAnotherLanguage_leavesTheName() {
    Event event = indicator("rule x { condition: true }", "192.0.2.7");
    assertThat(event.ecsFields()).containsEntry("threat.indicator.ip", "192.0.2.7");
  }

  @Test
  void nameOfAFile_isNoDomain() {
    Event event =
        event("{'applied_globally':true,'type':'x','platforms':['mac'],'value':'Setup.EXE'}");
    assertThat(event.ecsFields())
        .containsEntry(TYPE, "file")
        .containsEntry("threat.indicator.file.name", "Setup.EXE")
        .doesNotContainKey("threat.indicator.url.domain");
  }

  private static Event indicator(String pattern) {
    return indicator(pattern, "n");
  }

  private static Event indicator(String pattern, String name) {
    return event(
        "{'type':'indicator','id':'indicator--7','name':'%s','pattern_type':'x','modified':'2026-03-01T12:00:00Z','pattern':'%s'}"
            .formatted(name, pattern.replace("'", "\\u0027")));
  }

  @ParameterizedTest
  @CsvSource({"0,None", "29,Low", "30,Medium", "69,Medium", "70,High", "100,High", "high,High"})
  void confidence_isAWordByStixScale(String said, String word) {
    String line = "{'itype':'i','owner_organization_id':1,'value':'192.0.2.7','confidence':'%s'}";

    assertThat(event(line.formatted(said)).ecsFields())
        .containsEntry("threat.indicator.confidence", word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ti_abusech.url|{'url_status':'online','threat':'t','url':'http://192.0.2.7/x','date_added':"
            + "'2026-03-01 12:00:00 UTC'}",
        "ti_abusech.malwarebazaar|{'sha256_hash':'a','sha3_384_hash':'b','file_type_mime':'m','first_seen':"
            + "'2026-03-01 12:00:00'}",
        "ti_abusech.malware|{'urlhaus_download':'u','sha256_hash':'a','firstseen':'2026-03-01 12:00:00'}",
        "ti_abusech.threatfox|{'ioc':'192.0.2.7:80','ioc_type':'ip:port','threat_type':'t','malware_printable':'m',"
            + "'first_seen':'2026-03-01 12:00:00 UTC'}",
        "ti_otx.threat|{'pulse_key':'p','indicator':'192.0.2.7','created':'2026-03-01T12:00:00'}",
        "ti_threatq.threat|{'expires_calculated_at':'','touched_at':'t','type':{'name':'IP Address','class':'network'},"
            + "'value':'192.0.2.7','score':4,'updated_at':'2026-03-01 12:00:00'}",
        "ti_cif3.feed|{'itype':'ipv4','reporttime':'2026-03-01T12:00:00Z','indicator':'192.0.2.7','confidence':8}",
        "ti_maltiverse.indicator|{'is_distributing_malware':true,'classification':'malicious','type':'ip','ip_addr':"
            + "'192.0.2.7','modification_time':'2026-03-01 12:00:00'}",
        "ti_misp.threat_attributes|{'to_ids':true,'object_relation':null,'Event':{'info':'i'},'value':'192.0.2.7',"
            + "'timestamp':'1772366400'}",
        "ti_crowdstrike.intel|{'malicious_confidence':'high','indicator':'192.0.2.7','last_updated':1772366400}",
        "ti_rapid7_threat_command.ioc|{'reportedFeeds':[{'name':'f'}],'value':'192.0.2.7','lastUpdateDate':"
            + "'2026-03-01T12:00:00Z'}",
        "ti_mandiant_advantage.threat_intelligence|{'mscore':50,'value':'192.0.2.7','last_updated':"
            + "'2026-03-01T12:00:00.000Z'}",
        "ti_recordedfuture.threat|{'Name':'192.0.2.7','Risk':'87','RiskString':'2/24','Timestamp':"
            + "'2026-03-01T12:00:00Z'}",
      })
  void feed_isTold(String dataset, String line) {
    Event event = event(line);

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.kind", "enrichment")
        .containsEntry("event.category", "threat")
        .doesNotContainKey("error.message");
    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
  }
}
