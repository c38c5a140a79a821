package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What appliances for files and mail send by syslog. */
class AppliancesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "create-directory~creation~Create Directory",
        "write~change~Write",
        "delete~deletion~Delete",
        "read~access~Read",
        "login~start~Login OK",
        "Rename~info~Rename",
      })
  void accessToANas_isToldByItsAction(String action, String type, String said) {
    Event event =
        text(
            "<30>Mar  1 12:00:00 nas7 qulogd[70]: conn log: Users: ada, Source IP: 192.0.2.7, Computer name: pc7,"
                + " Connection type: Samba, Accessed resources: share/a b, Action: "
                + said);

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "qnap_nas.log")
        .containsEntry("event.provider", "conn-log")
        .containsEntry("event.action", action)
        .containsEntry("event.type", type)
        .containsEntry("user.name", "ada")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.domain", "pc7")
        .containsEntry("file.path", "share/a b")
        .doesNotContainKey("error.message");
  }

  @Test
  void attachmentThatAGatewayLooksUp_hasNameAndSize() {
    Event event =
        text(
            "<166>Mar 01 12:00:00 amp: Info: File reputation query initiating. File Name = 'a b.exe', MID = 5,"
                + " File Size = 1673216 bytes, File Type = application/x-dosexec");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "cisco_secure_email_gateway.log")
        .containsEntry("email.attachments.file.name", "a b.exe")
        .containsEntry("email.attachments.file.size", 1673216L)
        .containsEntry("email.content_type", "application/x-dosexec")
        .containsEntry("email.message_id", "5");
  }

  @Test
  void programOfTheSameNameElsewhere_isNoGateway() {
    assertThat(text("<30>Mar  1 12:00:00 pc7 amp[70]: started 3 workers").ecsFields())
        .containsEntry("event.dataset", "syslog");
  }
}
