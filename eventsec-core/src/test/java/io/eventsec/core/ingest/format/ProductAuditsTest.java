package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.assertRead;
import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services tell of who did what in them, and what products raise. */
class ProductAuditsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "beyondinsight_password_safe.useraudit|user.name|ada|{'AuditID':7,'ActionType':'Login','CreateDate':"
            + "'2026-03-01T12:00:00Z','UserName':'ada','UserID':3,'IPAddress':'192.0.2.7'}",
        "beyondinsight_password_safe.session|event.duration|5000000000|{'SessionID':7,'ManagedSystemID':1,'AccountID':2,"
            + "'StartTime':'2026-03-01T12:00:00Z','EndTime':'2026-03-01T12:00:05Z','Duration':5,'Protocol':'RDP'}",
        "canva.audit|event.action|create_design|{'id':'a','timestamp':1772366400000,'actor':{'type':'USER','user':{'id':"
            + "'u7','email':'ada@example.org'}},'target':{'target_type':'DESIGN'},'action':{'type':'CREATE_DESIGN'}}",
        "gitlab.audit|user.id|7|{'severity':'INFO','time':'2026-03-01T12:00:00Z','author_id':7,'author_name':'Ada',"
            + "'entity_id':2,'entity_type':'Group','target_details':'a/b'}",
        "greenhouse.audit|user.email|ada@example.org|{'request':{'id':'r','type':'a#b'},'performer':{'meta':{'username':"
            + "'ada@example.org'},'id':7,'ip_address':'192.0.2.7'},'event':{'target_type':'Job','type':'action'},"
            + "'event_time':'2026-03-01T12:00:00Z'}",
        "lumos.activity_logs|event.outcome|failure|{'event_hash':'a7','event_began_at':'2026-03-01T12:00:00','event_type':"
            + "'APP_ADDED','event_type_user_friendly':'An app','outcome':'Failed'}",
        "lyve_cloud.audit|source.ip|192.0.2.7|{'serviceAccountName':'s','timestamp':'2026-03-01T12:00:00Z','auditEntry':"
            + "{'api':{'name':'GetObject','statusCode':200},'requestHeader':{'X-Real-Ip':'192.0.2.7:5'}}}",
        "mattermost.audit|event.category|authentication|{'timestamp':'2026-03-01 12:00:00.000 Z','event':'login','status':"
            + "'fail','user_id':'u7','session_id':'s','ip_address':'192.0.2.7','api_path':'/api/v4/users/login',"
            + "'cluster_id':'c'}",
        "swimlane.tenant_api|user.domain|example.org|{'EventTime':'2026-03-01T12:00:00Z','User':'ada@example.org',"
            + "'LoggedInUserId':'7','EventOutcome':'Success','ActionType':'Login','Category':'Login'}",
        "vectra_rux.audit|event.type|deletion|{'event_timestamp':'2026-03-01T12:00:00Z','event_action':'deleted',"
            + "'event_object':'tags','result_status':'success','username':'ada','source_ip':'192.0.2.7'}",
        "zeronetworks.audit|user.full_name|Ada|{'auditType':20,'isoTimestamp':'2026-03-01T12:00:00Z','performedBy':"
            + "{'id':'u7','name':'Ada'},'userRole':6}",
        "admin_by_request_epm.auditlog|host.name|pc7|{'traceNo':'9','requestTime':'2026-03-01T12:00:00','ssoValidated':"
            + "false,'type':'Run As Admin','computer':{'name':'pc7'},'user':{'account':'X\\\\ada'}}",
        "nagios_xi.events|message|up|{'entry_time':'2026-03-01 12:00:00','logentry_id':'7','logentry_type':'1',"
            + "'logentry_data':'up'}",
        "airlock_digital.execution_histories|process.parent.name|sh|{'checkpoint':'c','datetime':'2026-03-01T12:00:00Z',"
            + "'filename':'/tmp/x','netdomain':'d','policyname':'p','policyver':'v7','ppolicy':'g','pprocess':'sh'}",
        "airlock_digital.server_activities|user.name|ada|{'checkpoint':'c','datetime':'2026-03-01T12:00:00Z','task':'login',"
            + "'description':'d','user':'ada'}",
        "cyera.event|rule.name|p|{'uid':'7','date':'2026-03-01T12:00:00Z','type':'t','issue':{'uid':'i'},'policy':"
            + "{'name':'p'}}",
        "sentinel_one.group|group.name|g|{'id':'7','name':'g','totalAgents':1,'isDefault':true,'rank':2,'updatedAt':"
            + "'2026-03-01T12:00:00Z'}",
        "sentinel_one.agent|host.name|pc7|{'id':'7','agentVersion':'1','machineType':'laptop','computerName':'pc7',"
            + "'networkInterfaces':[{'inet':['192.0.2.7']}],'updatedAt':'2026-03-01T12:00:00Z'}",
        "entityanalytics_okta.user|user.email|ada@example.org|{'id':'7','lastUpdated':'2026-03-01T12:00:00Z',"
            + "'passwordChanged':null,'statusChanged':'2026-03-01T12:00:00Z','status':'ACTIVE','credentials':{'provider':"
            + "{'type':'OKTA'}},'profile':{'login':'ada','email':'ada@example.org'}}",
        "bitdefender.push_notifications|event.provider|Product Modules Status|{'companyId':'c','module':'modules',"
            + "'issueType':0,'timestamp':'2026-03-01T12:00:00Z'}",
        "checkpoint_email.event|source.user.domain|example.net|{'eventId':'7','eventCreated':'2026-03-01T12:00:00Z','saas':"
            + "'mail','entityId':'e','confidenceIndicator':'detected','senderAddress':'eve@example.net','severity':'3'}",
        "digital_guardian.arc|event.severity|2|{'dg_guid':'7','dg_utype':'Incident','inc_mtime':'2026-03-01 12:00:00',"
            + "'inc_sev':'High','inc_state':'Created','dg_name':'n'}",
        "google_workspace.alert|event.action|Google identity|{'alertId':'7','customerId':'c','createTime':"
            + "'2026-03-01T12:00:00Z','source':'Google identity','type':'Leaked password','data':{'email':"
            + "'ada@example.org'}}",
        "symantec_edr_cloud.incident|rule.name|n|{'incident_uid':'7','ref_incident_uid':3,'detection_type':'t',"
            + "'priority_id':4,'created':'2026-03-01T12:00:00Z','rule_name':'n'}",
        "nozomi_networks.alert|destination.port|502|{'id':'7','appliance_host':'g7','ip_src':'192.0.2.7','ip_dst':"
            + "'198.51.100.1','port_dst':502,'type_id':'SIGN:X','time':1772366400000,'record_created_at':1772366400000}",
        "nozomi_networks.audit|event.action|login|{'id':'7','appliance_host':'g7','user_agent_id':'3','what':'login','time':"
            + "1772366400000}",
        "ibm_qradar.offense|rule.id|5|{'id':7,'offense_source':'192.0.2.7','magnitude':2,'credibility':4,"
            + "'last_persisted_time':1772366400000,'rules':[{'id':5,'name':'n'}]}",
        "splunk.alert|rule.name|Too many|{'_sourcetype':'stash','_raw':'1772366400, app=x','source':'Too many','_time':"
            + "'2026-03-01T13:00:00.000+01:00','host':'192.0.2.7'}",
        "proofpoint_itm.report|user.name|ada|{'id':'7','userActivityEventId':9,'ruleName':'r','observedAt':"
            + "'2026-03-01T12:00:00Z','loginName':'ada'}",
        "eset_protect.detection|user.domain|PC7|{'uuid':'7','objectTypeName':'File','severityLevel':"
            + "'SEVERITY_LEVEL_HIGH','occurTime':'2026-03-01T12:00:00Z','context':{'deviceUuid':'d','userName':"
            + "'PC7\\\\ada'},'typeName':'t'}",
        "eset_protect.device_task|event.action|Scan|{'uuid':'7','updateTime':'2026-03-01T12:00:00Z','action':{'name':"
            + "'Scan'},'triggers':[{'action':{'name':'a'}}],'targets':[{'targetType':'DEVICE'}]}",
        "sysdig.event|process.parent.name|bash|{'id':'7','timestamp':1772366400000000000,'originator':'policy',"
            + "'rawEventOriginator':'agent','rawEventCategory':'runtime','sourceDetails':{'type':'workload'},'content':"
            + "{'type':'x','policyId':3,'fields':{'proc.pname':'bash'}}}",
        "sublime_security.message_event|rule.name|r|{'created_at':'2026-03-01T12:00:00Z','type':'message.flagged','data':"
            + "{'flagged_rules':[{'id':'5','name':'r'}],'message':{'id':'7','canonical_id':'c'}}}",
        "tanium.threat_response|host.name|pc7|{'Event Id':'7','Event Name':'detect.match','Computer Name':'pc7',"
            + "'Timestamp':'2026-03-01T12:00:00Z'}",
        "bbot.asm_intel|url.domain|www.example.org|{'id':'DNS_NAME:7','type':'DNS_NAME','data':{'DNS_NAME':"
            + "'www.example.org'},'scope_distance':0,'scan':'SCAN:1','module':'m','timestamp':1772366400.0}",
        "vectra_detect.log|event.outcome|failure|{'headend_addr':'192.0.2.7','will_retry':false,'action':'lock','success':"
            + "false,'category':'HOST_LOCKDOWN','host_name':'pc7','vectra_timestamp':'1772366400'}",
      })
  void record_isToldAndRead(String dataset, String field, String value, String line) {
    assertRead(line, dataset, field, value);
  }

  @Test
  void valueThatIsNone_isNotedAndItsNeighboursGoOn() {
    Event event =
        event(
            "{'dg_guid':'7','dg_utype':'Incident','inc_mtime':'yesterday','dg_name':'n','inc_creator':'ada'}");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "digital_guardian.arc")
        .containsEntry("rule.name", "n")
        .containsEntry("user.name", "ada");
    assertThat(event.ecsFields().get("error.message"))
        .asString()
        .contains("inc_mtime", "yesterday");
    assertThat(event.value("inc_mtime")).isEqualTo("yesterday");
  }

  @Test
  void atlassiansTime_hasWhatIsBelowASecond() {
    String line =
        "{'auditType':{'action':'Project deletion requested'},'author':{'id':'2','name':'ada'},'timestamp':"
            + "{'epochSecond':1772366400,'nano':%s}}";

    assertThat(event(line.formatted("888000000")).time()).hasToString("2026-03-01T12:00:00.888Z");
    assertThat(event(line.formatted("-1")).time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(event(line.formatted("0")).ecsFields()).containsEntry("event.type", "deletion");
  }

  @Test
  void googlesSignIn_hasNameDomainAndOutcome() {
    Event event =
        event(
            "{'actor':{'email':'ada@example.org','profileId':7},'events':{'name':'login_failure','type':'login'},'id':"
                + "{'applicationName':'saml','time':'2026-03-01T12:00:00Z','uniqueQualifier':9},'kind':"
                + "'admin#reports#activity'}");

    assertThat(event.ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("user.name", "ada")
        .containsEntry("user.domain", "example.org")
        .containsEntry("source.user.email", "ada@example.org");
  }
}
