package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;

class CloudTrailTest {
  private static final String HEAD =
      "{'eventVersion':'1.08','eventTime':'2026-03-01T12:00:00Z','awsRegion':'eu-central-1',"
          + "'recipientAccountId':'123456789012','sourceIPAddress':'192.0.2.1','userAgent':'cli',"
          + "'userIdentity':{'type':'IAMUser','principalId':'AIDA','userName':'ada'},";

  @Test
  void call_hasWhoWhatAndWhere() {
    Event event =
        event(
            HEAD
                + "'eventSource':'iam.amazonaws.com','eventName':'CreateUser','eventID':'e-1',"
                + "'requestParameters':{'userName':'bob'},'tlsDetails':{'tlsVersion':'TLSv1.2'}}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "aws.cloudtrail")
        .containsEntry("event.action", "CreateUser")
        .containsEntry("event.category", "iam")
        .containsEntry("event.outcome", "success")
        .containsEntry("cloud.account.id", "123456789012")
        .containsEntry("source.ip", "192.0.2.1")
        .containsEntry("user.name", "ada")
        .containsEntry("user.target.name", "bob")
        .containsEntry("tls.version", "1.2");
    assertThat(event.value("requestParameters.userName")).isEqualTo("bob");
  }

  @Test
  void callOfAService_hasNoAddress_andRefusedOnesFail() {
    assertThat(
            event(
                    HEAD.replace("192.0.2.1", "config.amazonaws.com")
                        + "'eventSource':'s3.amazonaws.com','eventName':'GetObject','errorCode':'AccessDenied',"
                        + "'errorMessage':'no'}")
                .ecsFields())
        .containsEntry("source.address", "config.amazonaws.com")
        .containsEntry("event.outcome", "failure")
        .containsEntry("error.code", "AccessDenied")
        .containsEntry("event.reason", "no")
        .doesNotContainKeys("source.ip", "error.message");
  }

  @Test
  void signInThatFails_saysSoInItsAnswer() {
    assertThat(
            event(
                    HEAD
                        + "'eventSource':'signin.amazonaws.com','eventName':'ConsoleLogin',"
                        + "'responseElements':{'ConsoleLogin':'Failure'}}")
                .ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.category", "authentication");
  }
}
