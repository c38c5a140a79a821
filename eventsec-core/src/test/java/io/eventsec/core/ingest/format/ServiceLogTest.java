package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.NativeRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLogTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nextcloud.log|logged-on|failure|ada|{'reqId':'a','level':2,'time':'2026-03-01T12:00:00+00:00',"
            + "'remoteAddr':'192.0.2.7','user':'--','app':'core','method':'POST','url':'/login','message':"
            + "`Login failed: ada (Remote IP: 192.0.2.7)`}",
        "nextcloud.log|logged-on|success|ada|{'reqId':'a','level':1,'time':'2026-03-01T12:00:00+00:00',"
            + "'remoteAddr':'192.0.2.7','user':'ada','app':'admin_audit','method':'POST','url':'/login',"
            + "'message':'Login successful: ada'}",
        "nextcloud.log|password_guessing|failure||{'reqId':'a','level':1,'time':'2026-03-01T12:00:00+00:00',"
            + "'remoteAddr':'192.0.2.7','user':'--','app':'core','method':'POST','url':'/login','message':"
            + "`Bruteforce attempt from \\\"192.0.2.7\\\" detected for action \\\"login\\\".`}",
        "gitlab.rails|logged-on|failure|ada|{'method':'POST','path':'/users/sign_in','controller':"
            + "'SessionsController','action':'create','status':422,'time':'2026-03-01T12:00:00.000Z','params':"
            + "[{'key':'user','value':{'login':'ada','password':'[FILTERED]'}}],'remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.rails|logged-on|success|ada|{'method':'POST','path':'/users/sign_in','controller':"
            + "'SessionsController','action':'create','status':302,'time':'2026-03-01T12:00:00.000Z','params':"
            + "[{'key':'user','value':{'login':'ada'}}],'remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.rails|second_factor_asked|unknown|ada|{'method':'POST','path':'/users/sign_in','controller':"
            + "'SessionsController','action':'create','status':200,'time':'2026-03-01T12:00:00.000Z','params':"
            + "[{'key':'user','value':{'login':'ada'}}],'remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.rails|logged-on|failure||{'method':'POST','path':'/users/sign_in','controller':"
            + "'SessionsController','action':'create','status':200,'time':'2026-03-01T12:00:00.000Z','params':"
            + "[{'key':'user','value':{'otp_attempt':'[FILTERED]'}}],'remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.rails|logged-on|failure|ada|{'method':'POST','path':'/users/auth/ldap/callback','controller':"
            + "'OmniauthCallbacksController','action':'failure','status':302,'time':'2026-03-01T12:00:00.000Z',"
            + "'params':[{'key':'username','value':'ada'},{'key':'password','value':'[FILTERED]'}],"
            + "'remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.rails|http_request|success|ada|{'method':'GET','path':'/x','controller':'Projects','action':"
            + "'show','status':200,'time':'2026-03-01T12:00:00.000Z','username':'ada','remote_ip':'192.0.2.7','ua':'x'}",
        "gitlab.application|logged-on|failure|ada|{'severity':'INFO','time':'2026-03-01T12:00:00.000Z',"
            + "'correlation_id':'c','meta.caller_id':'x','message':'Failed Login: username=ada ip=192.0.2.7'}",
        "gitlab.workhorse|http_request|failure||{'level':'info','method':'GET','msg':'access','proto':'HTTP/1.1',"
            + "'remote_ip':'192.0.2.7','status':404,'time':'2026-03-01T12:00:00Z','ttfb_ms':5,'uri':'/x'}",
        "authentik.events|logged-on|failure|ada|{'action':'login_failed','client_ip':'192.0.2.7','context':"
            + "{'username':'ada'},'event':'Created Event','logger':'authentik.events.models','auth_via':'x','timestamp':"
            + "'2026-03-01T12:00:00.000000','user':{'username':'AnonymousUser'}}",
        "authentik.events|logged-off|success|ada|{'action':'logout','client_ip':'192.0.2.7','event':"
            + "'Created Event','logger':'authentik.events.models','auth_via':'x','timestamp':'2026-03-01T12:00:00',"
            + "'user':{'username':'ada'}}",
        "authentik.requests|http_request|success|ada|{'auth_via':'session','event':'/api/v3/x','logger':"
            + "'authentik.asgi','method':'GET','remote':'192.0.2.7','status':200,'user':'ada','timestamp':"
            + "'2026-03-01T12:00:00'}",
        "teleport.audit|user.login|failure|ada|{'ei':0,'event':'user.login','uid':'u','code':'T1000W','time':"
            + "'2026-03-01T12:00:00.000Z','user':'ada','success':false,'addr.remote':'192.0.2.7:4'}",
        "teleport.audit|session.start|success|ada|{'ei':0,'event':'session.start','uid':'u','code':'T2000I',"
            + "'time':'2026-03-01T12:00:00.000Z','user':'ada','login':'root','addr.remote':'192.0.2.7:4'}",
        "mongodb.log|database_login|failure|ada|{'t':{'$date':'2026-03-01T12:00:00.000+00:00'},'s':'I','c':"
            + "'ACCESS','id':20249,'ctx':'c1','msg':'Authentication failed','attr':{'principalName':'ada',"
            + "'remote':'192.0.2.7:4'}}",
        "mongodb.log|database_login|success|ada|{'t':{'$date':'2026-03-01T12:00:00.000+00:00'},'s':'I','c':"
            + "'ACCESS','id':5286306,'ctx':'c1','msg':'Successfully authenticated','attr':{'client':"
            + "'192.0.2.7:4','user':'ada'}}",
        "grafana.log|logged-on|success|ada|{'User':'ada','level':'info','logger':'http.server','msg':"
            + "'Successful Login','t':'2026-03-01T12:00:00Z','remote_addr':'192.0.2.7'}",
        "grafana.log|logged-on|failure||{'error':'[password-auth.failed] wrong','level':'info','logger':"
            + "'context','msg':'Unauthorized','t':'2026-03-01T12:00:00Z','uname':'','remote_addr':'192.0.2.7'}",
        "authelia.log|logged-on|failure|ada|{'level':'error','method':'POST','msg':`Unsuccessful 1FA "
            + "authentication attempt by user \\u0027ada\\u0027`,'path':'/api/firstfactor','remote_ip':'192.0.2.7','time':"
            + "'2026-03-01T12:00:00Z'}",
        "envoyproxy.access|http_request|failure||{':authority':'www.example.com','bytes_sent':5,'method':'GET',"
            + "'protocol':'HTTP/2','response_code':404,'start_time':'2026-03-01T12:00:00.000Z',"
            + "'downstream_remote_address':'192.0.2.7:5','x-envoy-origin-path':'/.env'}",
        "caddy.access|http_request|success|ada|{'level':'info','ts':1772366400,'logger':'http.log.access','msg':"
            + "'handled request','request':{'remote_ip':'192.0.2.7','remote_port':'5','proto':'HTTP/2.0',"
            + "'method':'GET','host':'example.com','uri':'/a?b=c'},'user_id':'ada','status':200,'size':5}",
        "traefik.access|http_request|success||{'ClientHost':'192.0.2.7','ClientUsername':'-','RequestMethod':"
            + "'GET','RequestPath':'/','RequestHost':'example.com','DownstreamStatus':200,'StartUTC':"
            + "'2026-03-01T12:00:00Z'}",
        "vault.audit|logged-on|success|ada|{'time':'2026-03-01T12:00:00Z','type':'response','auth':"
            + "{'display_name':'userpass-ada'},'request':{'id':'r','operation':'update','path':"
            + "'auth/userpass/login/ada','remote_address':'192.0.2.7'}}",
        "vault.audit|secret_access|failure|ada|{'time':'2026-03-01T12:00:00Z','type':'response','auth':"
            + "{'display_name':'ada'},'request':{'id':'r','operation':'read','path':'secret/x',"
            + "'remote_address':'192.0.2.7'},'error':'permission denied'}",
        "kasm.log|logged-on|failure|ada|{'asctime':'2026-03-01 12:00:00,000','funcName':'authenticate',"
            + "'levelname':'WARNING','metric_name':'account.login','message':'Authentication attempt invalid user: (ada)','request_ip':"
            + "'192.0.2.7, 10.0.0.1','timestamp':'2026-03-01T12:00:00+00:00'}"
      })
  void record_hasWhoWhatAndWhere(
      String dataset, String action, String outcome, String user, String line) {
    assertIs(event(line.replace('`', '"')), dataset, action, outcome, user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "grafana.log|logged-on|failure||logger=context userId=0 orgId=0 uname= t=2026-03-01T12:00:00Z"
            + " level=error msg=\"Invalid username or password\" error=\"user not found\""
            + " remote_addr=192.0.2.7 traceID=",
        "grafana.log|http_request|success|ada|logger=context uname=ada t=2026-03-01T12:00:00Z level=info"
            + " msg=\"Request Completed\" method=GET path=/api/live status=200 remote_addr=192.0.2.7",
        "authelia.log|logged-on|success|ada|time=\"2026-03-01T12:00:00Z\" level=info msg=\"Successful 1FA"
            + " authentication attempt made by user 'ada'\" method=POST path=/api/firstfactor"
            + " remote_ip=192.0.2.7",
        "keycloak.log|logged-on|failure|ada|2026-03-01 12:00:00,000 WARN  [org.keycloak.events]"
            + " (executor-thread-1) type=\"LOGIN_ERROR\", realmId=\"shop\", clientId=\"web\", userId=\"null\","
            + " ipAddress=\"192.0.2.7\", error=\"user_not_found\", username=\"ada\"",
        "keycloak.log|logged-on|success|ada|2026-03-01 12:00:00,000 DEBUG [org.keycloak.events]"
            + " (executor-thread-1) type=LOGIN, realmId=shop, clientId=web, userId=7, ipAddress=192.0.2.7,"
            + " username=ada",
        "keycloak.log|logged-off|success||2026-03-01 12:00:00,000 DEBUG [org.keycloak.events]"
            + " (executor-thread-1) type=LOGOUT, realmId=shop, clientId=web, userId=7, ipAddress=192.0.2.7"
      })
  void pairs_areTheSame(String dataset, String action, String outcome, String user, String line) {
    assertIs(text(line), dataset, action, outcome, user);
  }

  private static void assertIs(
      Event event, String dataset, String action, String outcome, String user) {
    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", dataset)
        .containsEntry("event.action", action)
        .containsEntry("event.outcome", outcome)
        .containsEntry("source.ip", "192.0.2.7")
        .doesNotContainKeys("error.message", "source.domain");
    assertThat(event.ecsFields().get("user.name")).isEqualTo(user);
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
  }

  @Test
  void request_hasTheNamesThatRulesForWebServersUse() {
    Event event =
        event(
            "{'ClientHost':'192.0.2.7','RequestMethod':'GET','RequestPath':'/a.php?b=c','RequestHost':"
                + "'example.com','DownstreamStatus':404,'StartUTC':'2026-03-01T12:00:00Z'}");

    assertThat(event.nativeFields())
        .containsEntry("c-ip", "192.0.2.7")
        .containsEntry("cs-uri-stem", "/a.php")
        .containsEntry("cs-uri-query", "b=c")
        .containsEntry("sc-status", 404L);
    assertThat(event.ecsFields()).containsEntry("url.full", "http://example.com/a.php?b=c");
  }

  @Test
  void recordThatCarriesAnother_isOfTheOtherToo() {
    Event keycloak =
        event(
            "{'timestamp':'2026-03-01T12:00:00Z','loggerName':'org.keycloak.events','level':'WARN','message':"
                + "'type=LOGIN_ERROR, realmId=shop, ipAddress=192.0.2.7, error=user_not_found, username=ada'}");
    Event coraza =
        text(
            "{\"level\":\"warn\",\"ts\":1772366400,\"logger\":\"http.handlers.waf\",\"msg\":"
                + "\"[client \\\"192.0.2.7\\\"] Coraza: Warning. X [id \\\"942431\\\"] [uri \\\"/a\\\"]\"}");

    assertThat(keycloak.ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada");
    assertThat(coraza.ecsFields())
        .containsEntry("event.dataset", "modsecurity.audit")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("rule.id", "942431")
        .containsEntry("url.path", "/a");
  }

  @Test
  void loggersOfOtherPrograms_areNotTakenForCaddyOrKeycloak() {
    assertThat(ServiceLog.kind(new NativeRecord(Map.of("message", "x", "loggerName", "a.b"))))
        .isEmpty();
    // What any application of Rails or Python may write is not taken for one of theirs.
    assertThat(
            ServiceLog.kind(
                new NativeRecord(
                    Map.of("controller", "a", "action", "b", "method", "GET", "path", "/"))))
        .isEmpty();
    assertThat(
            ServiceLog.kind(
                new NativeRecord(
                    Map.of("asctime", "a", "levelname", "b", "funcName", "c", "message", "d"))))
        .isEmpty();
    assertThat(
            ServiceLog.kind(
                new NativeRecord(
                    Map.of("level", "info", "ts", 1L, "logger", "controller", "msg", "x"))))
        .isEmpty();
  }

  @Test
  void table_setsFieldsOfEcsOnly() {
    assertThat(ServiceLog.TABLE.sections().values())
        .flatMap(TableSection::targets)
        .allMatch(field -> EcsField.named(field).isPresent());
  }
}
