package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudAuditTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gcp.audit|SetIamPolicy|success|ada@example.com|{'timestamp':'2026-03-01T12:00:00Z','insertId':'1',"
            + "'protoPayload':{'@type':'type.googleapis.com/google.cloud.audit.AuditLog',"
            + "'serviceName':'iam','methodName':'SetIamPolicy','authenticationInfo':{'principalEmail':"
            + "'ada@example.com'},'requestMetadata':{'callerIp':'192.0.2.7'}}}",
        "gcp.audit|Get|failure|ada|{'timestamp':'2026-03-01T12:00:00Z','protoPayload':{'status':{'code':7},"
            + "'serviceName':'iam','methodName':'Get','authenticationInfo':{'principalEmail':'ada'},"
            + "'requestMetadata':{'callerIp':'192.0.2.7'}}}",
        "azure.signinlogs|Sign-in activity|failure|ada|{'time':'2026-03-01T12:00:00Z','category':"
            + "'SignInLogs','operationName':'Sign-in activity','resultType':'50126','properties':"
            + "{'userPrincipalName':'ada','appDisplayName':'Portal','ipAddress':'192.0.2.7','status':"
            + "{'errorCode':50126}}}",
        "azure.auditlogs|Add user|success|ada|{'time':'2026-03-01T12:00:00Z','category':'AuditLogs',"
            + "'operationName':'Add user','callerIpAddress':'192.0.2.7','properties':{'result':'success',"
            + "'activityDisplayName':'Add user','initiatedBy':{'user':{'userPrincipalName':'ada'}}}}",
        "azure.activitylogs|MICROSOFT.KEYVAULT/VAULTS/WRITE|success|ada|{'time':'2026-03-01T12:00:00Z',"
            + "'operationName':'MICROSOFT.KEYVAULT/VAULTS/WRITE','category':'Administrative','resourceId':'/x',"
            + "'resultType':'Success','callerIpAddress':'192.0.2.7','caller':'ada'}",
        "okta.system|user.session.start|failure|ada|{'published':'2026-03-01T12:00:00Z','eventType':"
            + "'user.session.start','outcome':{'result':'FAILURE','reason':'INVALID'},'actor':"
            + "{'alternateId':'ada','id':'1'},'client':{'ipAddress':'192.0.2.7'}}",
        "github.audit|repo.destroy||ada|{'@timestamp':1772366400000,'_document_id':'d','action':"
            + "'repo.destroy','actor':'ada','actor_ip':'192.0.2.7','org':'acme'}",
        "google_workspace.audit|DELETE_USER||ada|{'kind':'admin#reports#activity','id':{'time':"
            + "'2026-03-01T12:00:00Z','applicationName':'admin'},'actor':{'email':'ada'},'ipAddress':"
            + "'192.0.2.7','events':[{'type':'USER','name':'DELETE_USER'}]}",
        "o365.audit|UserLoggedIn|success|ada|{'CreationTime':'2026-03-01T12:00:00','Workload':"
            + "'AzureActiveDirectory','Operation':'UserLoggedIn','ResultStatus':'Succeeded','UserId':'ada',"
            + "'ClientIP':'192.0.2.7:50000'}"
      })
  void record_hasWhoWhatAndWhere(
      String dataset, String action, String outcome, String user, String line) {
    Event event = event(line);

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.action", action)
        .containsEntry("user.name", user)
        .containsEntry("source.ip", "192.0.2.7")
        .doesNotContainKey("error.message");
    assertThat(event.ecsFields().get("event.outcome")).isEqualTo(outcome);
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
  }

  @Test
  void signIn_isAuthentication() {
    assertThat(
            event("{'Workload':'x','Operation':'UserLoginFailed','CreationTime':'never'}")
                .ecsFields())
        .containsEntry("event.category", "authentication")
        .containsKey("error.message");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login|login_success|authentication,session|start",
        "login|login_challenge|authentication|info",
        "login|account_disabled_spamming|iam|user,change",
        "login|password_edit|configuration|change",
        "drive|view|file|info",
        "drive|add_to_folder|file|change",
        "drive|change_user_access|file,iam,configuration|change",
        "admin|CREATE_USER|iam|user,creation",
        "admin|CHANGE_PASSWORD|iam|user,change",
        "admin|ADD_GROUP_MEMBER|iam|group,change",
        "admin|CHANGE_GMAIL_SETTING|iam,configuration|change",
        "admin|DELETE_GMAIL_SETTING|iam,configuration|deletion",
        "groups|change_acl_permission|iam|group,change"
      })
  void workspace_hasWhatAnEventIsAbout(String app, String name, String categories, String types) {
    Map<String, Object> fields =
        event(workspace(app, name, "{'name':'x','value':'y'}")).ecsFields();

    assertThat(words(fields.get("event.category"))).isEqualTo(categories);
    assertThat(words(fields.get("event.type"))).isEqualTo(types);
  }

  @Test
  void parameters_haveNames() {
    assertThat(
            event(
                    workspace(
                        "drive",
                        "edit",
                        "{'name':'billable','boolValue':true},{'name':'doc_title','value':'a.odt'},"
                            + "{'name':'doc_type','value':'folder'},{'name':'owner','value':'bea@acme.example'}"))
                .ecsFields())
        .containsEntry("file.name", "a.odt")
        .containsEntry("file.extension", "odt")
        .containsEntry("file.type", "dir")
        .containsEntry("file.owner", "bea");
    assertThat(
            event(
                    workspace(
                        "admin",
                        "ADD_GROUP_MEMBER",
                        "{'name':'USER_EMAIL','value':'bea@acme.example'},"
                            + "{'name':'GROUP_EMAIL','value':'ops@acme.example'},{'name':'START_DATE','value':'soon'}"))
                .ecsFields())
        .containsEntry("user.target.name", "bea")
        .containsEntry("user.target.domain", "acme.example")
        .containsEntry("user.target.email", "bea@acme.example")
        .containsEntry("user.target.group.name", "ops")
        .containsEntry("group.name", "ops")
        .containsEntry("group.domain", "acme.example")
        .doesNotContainKey("event.start");
  }

  @Test
  void parametersThatCannotBeTold_haveNoNames() {
    assertThat(
            event(
                    workspace(
                        "drive",
                        "edit",
                        "{'name':'new_value','multiValue':['can_edit']},{'name':'doc_title','value':'a.odt'}"))
                .ecsFields())
        .containsEntry("event.action", "edit")
        .doesNotContainKeys("file.name", "error.message");
    assertThat(
            event(
                    workspace(
                        "drive",
                        "edit",
                        "{'name':'doc_title','value':'a'},{'name':'doc_title','value':'b'}"))
                .ecsFields())
        .doesNotContainKey("file.name");
  }

  private static String workspace(String app, String name, String parameters) {
    return "{'kind':'admin#reports#activity','id':{'time':'2026-03-01T12:00:00Z','applicationName':'"
        + app
        + "'},'actor':{'email':'ada@acme.example'},'events':[{'name':'"
        + name
        + "','parameters':["
        + parameters
        + "]}]}";
  }

  private static String words(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  @Test
  void table_setsFieldsOfEcsOnly() {
    assertThat(CloudAudit.TABLE.sections().values())
        .flatMap(TableSection::targets)
        .allMatch(field -> EcsField.named(field).isPresent());
  }
}
