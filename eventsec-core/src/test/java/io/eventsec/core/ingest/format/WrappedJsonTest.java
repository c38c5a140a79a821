package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that carry another, and those whose names a data lake has changed. */
class WrappedJsonTest {
  private static final String TRAIL =
      "{'eventVersion':'1.08','eventSource':'s3.amazonaws.com','eventName':'GetObject','eventTime':"
          + "'2026-03-01T12:00:00Z','awsRegion':'eu-west-1','sourceIPAddress':'192.0.2.7','userIdentity':"
          + "{'type':'IAMUser','userName':'ada','accountId':'1'}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'time':1772366400.5,'host':'h7','sourcetype':'aws:cloudtrail','index':'x','event':%s}",
        "{'event':%s}",
        "{'version':'0','detail-type':'AWS API Call via CloudTrail','source':'aws.s3','detail':%s}",
        "{'_index':'i','_id':'1','_source':%s}",
        "{'preview':false,'result':%s}",
        "{'Records':[%s]}",
        "{'record':{'event':%s}}"
      })
  void recordInAnObject_isDecodedAsItself(String wrapper) {
    Event event = event(wrapper.formatted(TRAIL));

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "aws.cloudtrail")
        .containsEntry("event.action", "GetObject")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("user.name", "ada");
    assertThat(event.nativeFields()).containsEntry("eventName", "GetObject");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '#',
      value = {
        "{'message':'%s'}~aws.cloudtrail",
        "{'logGroup':'g','logStream':'s','id':'1','timestamp':1772366400000,'message':'%s'}~aws.cloudtrail",
        "{'time':'1772366400','host':'h','sourcetype':'x','event':'%s'}~aws.cloudtrail"
      })
  void recordInAText_isDecodedAsItself(String wrapper, String dataset) {
    String text = TRAIL.replace("'", "\\\"");

    assertThat(event(wrapper.formatted(text)).ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("source.ip", "192.0.2.7");
  }

  @Test
  void lineInAnEventOfSplunk_isDecodedAsItself() {
    Event event =
        event(
            "{'time':1772366400,'host':'h7','source':'/var/log/auth.log','sourcetype':'linux_secure','event':"
                + "'Mar  1 12:00:00 web7 sshd[7]: Failed password for ada from 192.0.2.7 port 5 ssh2'}");

    assertThat(event.ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada")
        .containsEntry("host.name", "web7")
        .containsEntry("log.file.path", "/var/log/auth.log");
  }

  @Test
  void eventOfSplunkThatNobodyKnows_isItsText() {
    Event event =
        event(
            "{'time':1772366400.25,'host':'h7','sourcetype':'acme','event':'something happened'}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.250Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "acme")
        .containsEntry("message", "something happened")
        .containsEntry("host.name", "h7");
  }

  @Test
  void fdrOfCrowdStrikeInEvent_isTold() {
    assertThat(
            event(
                    "{'event':{'event_simpleName':'ProcessRollup2','aid':'a','cid':'c','id':'i','timestamp':"
                        + "'1772366400000','event_platform':'Win','CommandLine':'x /y','ImageFileName':'x.exe'}}")
                .ecsFields())
        .containsEntry("event.dataset", "crowdstrike.fdr")
        .containsEntry("process.command_line", "x /y");
  }

  @Test
  void trailInLowerCase_isTold() {
    Event event =
        event(
            "{'eventversion':'1.08','eventsource':'signin.amazonaws.com','eventname':'ConsoleLogin','eventtime':"
                + "'2026-03-01T12:00:00Z','awsregion':'us-east-1','sourceipaddress':'192.0.2.7','useridentity':"
                + "{'type':'IAMUser','username':'ada','accountid':'1'},'responseelements':{'consolelogin':"
                + "'Failure'}}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "aws.cloudtrail")
        .containsEntry("event.outcome", "failure")
        .containsEntry("cloud.account.id", "1")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("user.name", "ada");
    assertThat(event.nativeFields())
        .containsEntry("eventname", "ConsoleLogin")
        .containsEntry("eventName", "ConsoleLogin");
  }

  @Test
  void recordOfWhichOnlyTheColumnsAreInLowerCase_isTold() {
    assertThat(
            event(
                    "{'insertid':'i','logname':'projects/p/logs/cloudaudit.googleapis.com%2Factivity','protopayload':"
                        + "{'methodName':'storage.delete','serviceName':'s','authenticationInfo':{'principalEmail':"
                        + "'ada@example.org'},'requestMetadata':{'callerIp':'192.0.2.7'}},'timestamp':"
                        + "'2026-03-01T12:00:00Z'}")
                .ecsFields())
        .containsEntry("event.action", "storage.delete")
        .containsEntry("source.ip", "192.0.2.7");
  }

  @Test
  void trailInLowerCase_mayBeCarried() {
    assertThat(
            event(
                    "{'record':{'eventversion':'1.08','eventsource':'s3.amazonaws.com','eventname':'GetObject',"
                        + "'awsregion':'x'}}")
                .ecsFields())
        .containsEntry("event.dataset", "aws.cloudtrail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'event':{'acme':1}}",
        "{'event':'something happened'}",
        "{'message':'something happened'}",
        "{'message':'{broken'}",
        "{'eventname':'x','acme':'y'}",
        "{'Detail':{'eventVersion':'1'}}"
      })
  void unknownRecord_isNoneOfThem(String line) {
    DecodedBatch decoded =
        EventDecoder.builder()
            .standardFormats()
            .build()
            .decode(Batches.of(line.replace('\'', '"')));

    assertThat(decoded.rejections()).extracting(Rejection::cause).containsExactly("format.unknown");
  }

  @Test
  void valueOfACarriedRecord_hasItsTypeStill() {
    assertThat(
            event(
                    "{'event':{'eventVersion':'1','eventSource':'a.b','eventName':'c','awsRegion':'d','n':7,'r':1.5,"
                        + "'t':true,'l':['x','y\\\\']}}")
                .nativeFields())
        .containsEntry("n", 7L)
        .containsEntry("r", 1.5)
        .containsEntry("t", true)
        .containsEntry("l", List.of("x", "y\\"));
  }
}
