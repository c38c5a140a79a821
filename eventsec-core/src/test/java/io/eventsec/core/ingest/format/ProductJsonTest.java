package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductJsonTest {
  private static final String DATASET = "event.dataset";

  /**
   * A record that has nothing but the look is of that product, whatever other formats there are.
   */
  @ParameterizedTest
  @MethodSource("looks")
  void look_isTakenForNoOtherFormat(String kind, Look look) {
    String line =
        look.signs().stream()
            .map(sign -> "'" + sign.field() + "':'" + value(sign.value()) + "'")
            .collect(Collectors.joining(",", "{", "}"));

    Event event = event(line);

    assertThat(event.ecsFields().get(DATASET))
        .isIn(datasets(ProductJson.TABLE.section(kind).orElseThrow()));
  }

  private static String value(Glob glob) {
    return glob.text().isEmpty() ? "1" : glob.text();
  }

  private static List<Object> datasets(TableSection section) {
    return section.constantsOf(DATASET);
  }

  static Stream<Object[]> looks() {
    Map<String, TableSection> sections = ProductJson.TABLE.sections();
    return sections.entrySet().stream()
        .flatMap(
            section ->
                section.getValue().looks().stream()
                    .map(look -> new Object[] {section.getKey(), look}));
  }

  @Test
  void sections_allHaveLooksAndTimes() {
    ProductJson.TABLE
        .sections()
        .forEach(
            (kind, section) -> {
              if (!kind.equals(FieldTable.COMMON)) {
                assertThat(section.looks()).as(kind).isNotEmpty();
                assertThat(section.times()).as(kind).isNotEmpty();
                assertThat(datasets(section)).as(kind).isNotEmpty();
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1password.signin_attempts|authentication|success|ada@example.org|192.0.2.7|{'uuid':'A','session_uuid':'B',"
            + "'timestamp':'2026-03-01T12:00:00Z','country':'NZ','category':'success','type':'credentials_ok',"
            + "'target_user':{'uuid':'C','name':'Ada','email':'ada@example.org'},'client':{'ip_address':'192.0.2.7'}}",
        "1password.signin_attempts|authentication|failure|ada@example.org|192.0.2.7|{'uuid':'A','session_uuid':'B',"
            + "'timestamp':'2026-03-01T12:00:00Z','category':'credentials_failed','type':'password_secret_bad',"
            + "'target_user':{'uuid':'C','email':'ada@example.org'},'client':{'ip_address':'192.0.2.7'}}",
        "auth0.logs|authentication|failure|ada@example.org|192.0.2.7|{'log_id':'9','data':{'date':"
            + "'2026-03-01T12:00:00.000Z','type':'fp','description':'Wrong email or password.','client_id':'x','ip':"
            + "'192.0.2.7','user_name':'ada@example.org'}}",
        "cisco_duo.auth|authentication|failure|ada|192.0.2.7|{'access_device':{'ip':'192.0.2.7','browser':'Chrome'},"
            + "'event_type':'authentication','factor':'duo_push','isotimestamp':'2026-03-01T12:00:00+00:00','reason':"
            + "'user_marked_fraud','result':'fraud','timestamp':1772366400,'txid':'t','user':{'key':'K','name':'ada'}}",
        "jumpcloud.events|authentication|success|ada|192.0.2.7|{'service':'sso','event_type':'sso_auth','success':true,"
            + "'initiated_by':{'id':'1','type':'user','username':'ada'},'client_ip':'192.0.2.7','timestamp':"
            + "'2026-03-01T12:00:00Z'}",
        "cyberarkpas.audit|authentication|success|ada|192.0.2.7|{'format':'elastic','syslog':{'audit_record':"
            + "{'IsoTimestamp':'2026-03-01T12:00:00Z','Hostname':'V','Vendor':'Cyber-Ark','Product':'Vault','MessageID':"
            + "'7','Desc':'Logon','Severity':'Info','Issuer':'ada','Action':'Logon','Station':'192.0.2.7'}}}",
        "slack.audit|authentication|success|ada@example.org|192.0.2.7|{'id':'1','date_create':1772366400,'action':"
            + "'user_login','actor':{'type':'user','user':{'id':'W1','name':'Ada','email':'ada@example.org'}},'entity':"
            + "{'type':'user','user':{'id':'W1'}},'context':{'ua':'x','ip_address':'192.0.2.7'}}",
        "atlassian.audit|iam||ada|192.0.2.7|{'affectedObjects':[{'name':'g','type':'GROUP'}],'auditType':{'action':"
            + "'Group created','category':'group management'},'author':{'id':'1','name':'ada','type':'user'},'source':"
            + "'192.0.2.7','timestamp':{'epochSecond':1772366400,'nano':0}}",
        "box_events.events|authentication|failure|ada@example.org|192.0.2.7|{'type':'event','event_id':'e','event_type':"
            + "'FAILED_LOGIN','created_at':'2026-03-01T13:00:00+01:00','created_by':{'type':'user','id':'2','login':"
            + "'ada@example.org'},'ip_address':'192.0.2.7'}",
        "salesforce.login|authentication|success|ada@example.org|192.0.2.7|{'EVENT_TYPE':'Login','TIMESTAMP_DERIVED':"
            + "'2026-03-01T12:00:00.000Z','USER_ID':'0','LOGIN_KEY':'k','USER_NAME':'ada@example.org','SOURCE_IP':"
            + "'192.0.2.7','LOGIN_STATUS':'LOGIN_NO_ERROR'}",
        "mongodb_atlas.event|configuration||ada@example.org|192.0.2.7|{'created':'2026-03-01T12:00:00Z','eventTypeName':"
            + "'API_KEY_CREATED','id':'1','orgId':'2','remoteAddress':'192.0.2.7','username':'ada@example.org'}",
        "mongodb.audit|database|failure|ada|192.0.2.7|{'atype':'authenticate','ts':{'$date':'2026-03-01T12:00:00.000Z'},"
            + "'local':{'ip':'192.0.2.1','port':27017},'remote':{'ip':'192.0.2.7','port':5},'users':[],'param':{'user':"
            + "'ada','db':'admin'},'result':18}",
        "postgresql.log|database|failure|ada|192.0.2.7|{'timestamp':'2026-03-01 12:00:00.000 UTC','user':'ada','dbname':"
            + "'d','pid':7,'remote_host':'192.0.2.7','remote_port':5,'session_id':'s','error_severity':'FATAL',"
            + "'state_code':'28P01','message':'password authentication failed for user','backend_type':'client backend'}",
        "crowdstrike.falcon|authentication|success|ada@example.org|192.0.2.7|{'metadata':{'customerIDString':'c','offset':"
            + "1,'eventType':'AuthActivityAuditEvent','eventCreationTime':1772366400000},'event':{'UserId':"
            + "'ada@example.org','UserIp':'192.0.2.7','OperationName':'userAuthenticate','Success':true}}",
        "crowdstrike.fdr|process|success||192.0.2.7|{'event_simpleName':'ProcessRollup2','aid':'a','cid':'c','id':'i',"
            + "'timestamp':'1772366400000','event_platform':'Win','CommandLine':'x','ImageFileName':'C:\\\\x.exe',"
            + "'LocalAddressIP4':'192.0.2.7'}",
        "m365_defender.event|authentication|failure|ada|192.0.2.7|{'time':'2026-03-01T12:00:00Z','category':"
            + "'AdvancedHunting-DeviceLogonEvents','properties':{'Timestamp':'2026-03-01T12:00:00Z','ActionType':"
            + "'LogonFailed','DeviceName':'h','AccountName':'ada','LocalIP':'192.0.2.7'}}",
        "falco.alerts|intrusion_detection||root|192.0.2.7|{'output':'o','priority':'Warning','rule':'r','time':"
            + "'2026-03-01T12:00:00Z','output_fields':{'user.name':'root','proc.name':'sh','fd.cip':'192.0.2.7'}}",
        "gcp.firewall|network|failure||192.0.2.7|{'insertId':'i','jsonPayload':{'connection':{'dest_ip':'192.0.2.1',"
            + "'dest_port':22,'protocol':6,'src_ip':'192.0.2.7','src_port':5},'disposition':'DENIED','rule_details':"
            + "{'direction':'INGRESS','reference':'network:x/firewall:y'}},'timestamp':'2026-03-01T12:00:00Z'}",
        "aws.waf|web|failure||192.0.2.7|{'timestamp':1772366400000,'formatVersion':1,'webaclId':'w','terminatingRuleId':"
            + "'r','action':'BLOCK','httpRequest':{'clientIp':'192.0.2.7','country':'NZ','uri':'/x','args':'a=1',"
            + "'httpVersion':'HTTP/1.1','httpMethod':'GET','requestId':'q'}}",
        "cloudflare_logpush.http_request|web|success||192.0.2.7|{'ClientIP':'192.0.2.7','ClientRequestHost':"
            + "'example.org','ClientRequestMethod':'GET','ClientRequestURI':'/a?b=1','EdgeStartTimestamp':"
            + "'2026-03-01T12:00:00Z','EdgeResponseStatus':200,'RayID':'r'}",
        "azure.firewall_logs|network|failure||192.0.2.7|{'category':'AZFWNetworkRule','time':'2026-03-01T12:00:00Z',"
            + "'resourceId':'/s','operationName':'x','properties':{'Protocol':'TCP','SourceIp':'192.0.2.7','SourcePort':5,"
            + "'DestinationIp':'192.0.2.1','DestinationPort':22,'Action':'Deny'}}",
        "netskope.alerts|intrusion_detection||ada@example.org|192.0.2.7|{'_id':'1','alert_type':'DLP','alert_name':'n',"
            + "'ur_normalized':'ada@example.org','srcip':'192.0.2.7','timestamp':1772366400,'action':'block'}",
        "microsoft_exchange_online_message_trace.log|email|success||192.0.2.7|{'MessageTraceId':'1','SenderAddress':"
            + "'a@example.org','RecipientAddress':'b@example.org','Received':'2026-03-01T12:00:00','Status':'Delivered',"
            + "'FromIP':'192.0.2.7'}",
        "zscaler_zia.web|web|failure|ada@example.org|192.0.2.7|{'sourcetype':'zscalernss-web','event':{'time':"
            + "'Sun Mar  1 12:00:00 2026','login':'ada@example.org','proto':'HTTPS','eurl':'www.example.net/a','action':"
            + "'Blocked','urlsupercat':'News','cip':'192.0.2.7','sip':'198.51.100.1','reqmethod':'GET','respcode':'403',"
            + "'rulelabel':'No%20news'}}",
        "f5_bigip.log|network|failure|ada|192.0.2.7|{'telemetryEventCategory':'ASM','support_id':'7','ip_client':"
            + "'192.0.2.7','dest_ip':'198.51.100.1','dest_port':'443','date_time':'2026-03-01 12:00:00','request_status':"
            + "'blocked','username':'ada','violations':'Illegal length','policy_name':'/Common/p'}",
        "trend_micro_vision_one.audit|authentication|failure|ada||{'accessType':'Console','activity':'x','category':"
            + "'Logon and Logoff','loggedDateTime':'2026-03-01T12:00:00Z','loggedRole':'r','loggedUser':'ada','result':"
            + "'Unsuccessful'}",
        "carbonblack_edr.log|host||||{'md5':'506708142BC63DABA64F2D3AD1DCD5BE','ioc_type':'md5','ioc_value':"
            + "'506708142bc63daba64f2d3ad1dcd5be','feed_name':'f','hostname':'pc7','sensor_id':7,'cb_version':'7',"
            + "'server_name':'cb7','event_timestamp':1772366400.0}",
        "snyk.audit_logs|configuration||||{'content':{'action':'x'},'created':'2026-03-01T12:00:00Z','event':"
            + "'org.project.issue.create','org_id':'o','project_id':'p'}",
        "infoblox_bloxone_ddi.dhcp_lease|network||||{'address':'192.0.2.7','client_id':'c','hardware':"
            + "'02:00:5e:10:00:0a','ha_group':'g','hostname':'pc7','host':'h','space':'s','starts':"
            + "'2026-03-01T12:00:00Z','ends':'2026-03-01T13:00:00Z','last_updated':'2026-03-01T12:00:00Z','protocol':"
            + "'ip4'}",
        "ti_misp.threat|threat||||{'Event':{'Attribute':{'type':'domain','value':'bad.example.net','uuid':'u','timestamp':"
            + "'1772366400'},'Tag':[{'name':'tlp:green'}],'info':'i','uuid':'e','timestamp':'1772366400'}}",
        "cowrie.log|authentication|failure|root|192.0.2.7|{'eventid':'cowrie.login.failed','username':'root','password':"
            + "'x','session':'s','src_ip':'192.0.2.7','sensor':'h','timestamp':'2026-03-01T12:00:00.000Z'}",
        "ocsf|authentication|failure|ada|192.0.2.7|{'class_uid':3002,'category_uid':3,'activity_id':1,'type_uid':300201,"
            + "'severity_id':1,'status_id':2,'time':1772366400000,'metadata':{'version':'1.1.0'},'user':{'name':'ada'},"
            + "'src_endpoint':{'ip':'192.0.2.7'}}",
        "gelf||||192.0.2.7|{'version':'1.1','host':'h','short_message':'m','timestamp':1772366400,'level':4,'_src_ip':"
            + "'192.0.2.7'}",
        "netflow.log|network|||192.0.2.7|{'type':'NETFLOW_V9','time_flow_start_ns':1772366400000000000,'src_addr':"
            + "'192.0.2.7','dst_addr':'192.0.2.1','src_port':5,'dst_port':53,'proto':'UDP','bytes':70,'packets':1}"
      })
  void record_saysWhoDidWhat(
      String dataset, String category, String outcome, String user, String source, String line) {
    Event event = event(line);

    assertThat(event.ecsFields().get(DATASET)).isEqualTo(dataset);
    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(first(event.ecsFields().get("event.category"))).isEqualTo(category);
    assertThat(event.ecsFields().get("event.outcome")).isEqualTo(outcome);
    assertThat(event.ecsFields().get("user.name")).isEqualTo(user);
    assertThat(event.ecsFields().get("source.ip")).isEqualTo(source);
    assertThat(event.ecsFields().get("error.message")).isNull();
  }

  private static @Nullable Object first(@Nullable Object value) {
    return value instanceof List<?> several ? several.get(0) : value;
  }

  @Test
  void firewallsRecord_hasBothEndsAndTheProtocolsName() {
    Event event =
        event(
            "{'jsonPayload':{'connection':{'dest_ip':'192.0.2.1','dest_port':22,'protocol':6,'src_ip':'192.0.2.7',"
                + "'src_port':5},'disposition':'ALLOWED'},'timestamp':'2026-03-01T12:00:00Z'}");

    assertThat(event.ecsFields().get("network.transport")).isEqualTo("tcp");
    assertThat(event.ecsFields().get("destination.port")).isEqualTo(22L);
    assertThat(event.ecsFields().get("event.type")).isEqualTo(List.of("connection", "allowed"));
  }

  @Test
  void wordsForSeverity_becomeNumbers_andUnknownOnesAreNoted() {
    String alert = "{'composite_id':'c','aggregate_id':'a','severity':%s}";

    assertThat(event(alert.formatted("'High'")).ecsFields().get("event.severity")).isEqualTo(8L);
    assertThat(event(alert.formatted("70")).ecsFields().get("event.severity")).isEqualTo(70L);
    assertThat(event(alert.formatted("6.6")).ecsFields().get("event.severity")).isEqualTo(7L);
    assertThat(event(alert.formatted("'dire'")).ecsFields().get("error.message"))
        .asString()
        .contains("severity", "dire");
  }
}
