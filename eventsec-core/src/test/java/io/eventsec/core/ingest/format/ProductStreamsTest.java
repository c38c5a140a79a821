package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.assertRead;
import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of records that looser looks of the same products would take too. */
class ProductStreamsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cloudflare_logpush.gateway_dns|event.outcome|failure|{'Datetime':'2026-03-01T12:00:00Z','QueryName':"
            + "'bad.example.net','ResolverDecision':'blockedByCategory','SrcIP':'192.0.2.7','DeviceID':'d7'}",
        "cloudflare_logpush.dns_firewall|dns.question.name|example.org|{'Timestamp':'2026-03-01T12:00:00Z','QueryName':"
            + "'example.org','ResponseCode':0,'UpstreamIP':'198.51.100.1','ClusterID':'c','UpstreamResponseCode':0}",
        "cloudflare_logpush.device_posture|event.outcome|failure|{'Timestamp':'2026-03-01T12:00:00Z','DeviceID':'d7',"
            + "'PostureCheckName':'Disk','PostureCheckType':'disk_encryption','PostureEvaluatedResult':false}",
        "cloudflare_logpush.spectrum_event|destination.port|3389|{'Timestamp':'2026-03-01T12:00:00Z','ConnectTimestamp':"
            + "'2026-03-01T12:00:00Z','ClientProto':'tcp','OriginProto':'tcp','OriginPort':3389}",
        "cloudflare_logpush.magic_ids|rule.id|7|{'Timestamp':'2026-03-01T12:00:00Z','SignatureID':7,'SignatureMessage':"
            + "'m','SourceIP':'192.0.2.7'}",
        "cloudflare_logpush.casb|event.severity|8|{'DetectedTimestamp':'2026-03-01T12:00:00Z','FindingTypeID':'f',"
            + "'FindingTypeSeverity':'High'}",
        "cloudflare_logpush.network_session|source.nat.ip|192.0.2.9|{'SessionStartTime':'2026-03-01T12:00:00Z','EgressIP':"
            + "'192.0.2.9','OriginIP':'198.51.100.1','SessionID':'s'}",
        "cloudflare_logpush.workers_trace|event.outcome|success|{'ScriptName':'s','EventTimestampMs':1772366400000,"
            + "'Outcome':'ok'}",
        "cloudflare_logpush.nel_report|error.type|tcp.reset|{'Timestamp':'2026-03-01T12:00:00Z','LastKnownGoodColoCode':"
            + "'SJC','ClientIPASN':1,'Phase':'connection','Type':'tcp.reset'}",
        "cloudflare_logpush.sinkhole_http|source.ip|192.0.2.7|{'Timestamp':'2026-03-01T12:00:00Z','SinkholeID':'s','SrcIP':"
            + "'192.0.2.7'}",
        "cloudflare_logpush.page_shield_events|event.action|log|{'Timestamp':'2026-03-01T12:00:00Z','ViolatedDirective':"
            + "'script-src','PageURL':'https://example.org/','ResourceType':'script','Action':'log'}",
        "cloudflare_logpush.email_security_alerts|email.subject|s|{'Timestamp':'2026-03-01T12:00:00Z','AlertID':'a',"
            + "'ThreatCategories':['x'],'Subject':'s'}",
        "cisco_duo.activity|user.name|ada|{'activity_id':'a','akey':'k','actor':{'name':'ada','key':'u'},'action':{'name':"
            + "'user_login'},'outcome':{'result':'SUCCESS'},'ts':'2026-03-01T12:00:00.000000+00:00'}",
        "cisco_duo.telephony|event.kind|event|{'context':'authentication','credits':1,'phone':'+15550100','isotimestamp':"
            + "'2026-03-01T12:00:00+00:00'}",
        "cisco_duo.trust_monitor|event.reason|New place|{'sekey':'s','surfaced_timestamp':1772366400000,'explanations':"
            + "[{'summary':'New place'}]}",
        "cisco_duo.offline_enrollment|host.hostname|pc7|{'action':'o2fa_user_provisioned','object':'o','username':'ada',"
            + "'isotimestamp':'2026-03-01T12:00:00+00:00','description':{'hostname':'pc7'}}",
        "bitwarden.member|user.name|Ada|{'object':'member','id':'7','name':'Ada','twoFactorEnabled':true,'revisionDate':"
            + "'2026-03-01T12:00:00Z'}",
        "bitwarden.group|group.name|g|{'object':'group','id':'7','name':'g','accessAll':true,'revisionDate':"
            + "'2026-03-01T12:00:00Z'}",
        "zscaler_zpa.user_status|host.hostname|PC7|{'LogTimestamp':'Sun Mar 1 12:00:00 2026','Customer':'c','SessionID':"
            + "'s','SessionStatus':'ZPN_STATUS_AUTHENTICATED','Hostname':'PC7'}",
        "zscaler_zpa.app_connector_status|host.name|c7|{'LogTimestamp':'Sun Mar 1 12:00:00 2026','Customer':'c','SessionID':"
            + "'s','SessionType':'ZPN_ASSISTANT','SessionStatus':'x','Connector':'c7'}",
        "zscaler_zpa.browser_access|http.response.status_code|404|{'LogTimestamp':'Sun Mar 1 12:00:00 2026','Customer':"
            + "'c','ConnectionID':'','NameID':'ada','ClientPublicIp':'192.0.2.7','StatusCode':404}",
        "zscaler_zpa.audit|event.type|change|{'modifiedTime':'2026-03-01T12:00:00.000Z','modifiedBy':'7','objectType':"
            + "'Policy','auditOperationType':'Update','modifiedByUser':'ada@example.org'}",
        "zscaler_zia.audit|user.domain|example.org|{'sourcetype':'zscalernss-audit','event':{'time':"
            + "'Sun Mar 1 12:00:00 2026','recordid':'7','action':'Create','adminid':'ada@example.org'}}",
        "zscaler_zia.endpoint_dlp|file.name|f.txt|{'sourcetype':'zscalernss-edlp','event':{'datetime':"
            + "'Sun Mar 1 12:00:00 2026','recordid':'7','itemname':'f.txt'}}",
        "prisma_cloud.incident_audit|container.name|c7|{'_id':'7','time':'2026-03-01T12:00:00Z','serialNum':1,"
            + "'shouldCollect':true,'audits':[{'type':'processes'}],'containerName':'c7'}",
        "salesforce.setupaudittrail|user.id|u7|{'Action':'x','CreatedByContext':'c','CreatedById':'u7','CreatedDate':"
            + "'2026-03-01T12:00:00.000+0000','Display':'d','Section':'s'}",
        "salesforce.logout|event.action|logout|{'EVENT_TYPE':'Logout','USER_ID':'u7','CLIENT_IP':'192.0.2.7',"
            + "'TIMESTAMP_DERIVED':'2026-03-01T12:00:00.000Z'}",
        "salesforce.apex|event.action|apex-rest-api|{'EVENT_TYPE':'ApexRestApi','RUN_TIME':'9','SUCCESS':'0',"
            + "'TIMESTAMP_DERIVED':'2026-03-01T12:00:00.000Z'}",
        "mimecast.dlp_logs|rule.name|p|{'eventTime':'2026-03-01T12:00:00+0000','policy':'p','route':'inbound',"
            + "'recipientAddress':'ada@example.org'}",
        "mimecast.ttp_ip_logs|source.ip|192.0.2.7|{'eventTime':'2026-03-01T12:00:00+0000','identifiers':['x'],"
            + "'senderIpAddress':'192.0.2.7','taggedMalicious':true}",
        "mimecast.ttp_ap_logs|event.action|user release, none|{'date':'2026-03-01T12:00:00+0000','actionTriggered':"
            + "'user release, none','fileType':'a/b','recipientAddress':'ada@example.org'}",
        "mimecast.archive_search_logs|event.reason|r|{'createTime':'2026-03-01T12:00:00+0000','searchText':'t',"
            + "'searchReason':'r','emailAddr':'ada@example.org'}",
        "mimecast.message_release_logs|email.to.address|ada@example.org|{'released':'2026-03-01T12:00:00+0000','heldReason':"
            + "'h','operator':{'emailAddress':'eve@example.org'},'to':[{'emailAddress':'ada@example.org'}]}",
        "carbon_black_cloud.asset_vulnerability_summary|vulnerability.score.base|9.5|{'vuln_count':3,'highest_risk_score':"
            + "9.5,'last_sync_ts':'2026-03-01T12:00:00Z'}",
        "carbon_black_cloud.watchlist_hit|process.pid|7|{'report_id':'r','watchlists':[{'name':'w'}],'process_guid':'g',"
            + "'process_pid':7,'create_time':'2026-03-01T12:00:00Z'}",
        "qualys_vmdr.user_activity|user.roles|Reader|{'Action':'request','Date':'2026-03-01T12:00:00Z','Module':'auth',"
            + "'User IP':'192.0.2.7','User Name':'ada','User Role':'Reader'}",
        "qualys_vmdr.knowledge_base|vulnerability.severity|4|{'QID':'7','TITLE':'t','VULN_TYPE':'v','SEVERITY_LEVEL':4,"
            + "'PUBLISHED_DATETIME':'2026-03-01T12:00:00Z'}",
        "spring_boot.audit_events|event.outcome|failure|{'principal':'ada','timestamp':'2026-03-01T12:00:00Z','type':"
            + "'AUTHENTICATION_FAILURE','data':{'details':{'remoteAddress':'192.0.2.7'}}}",
        "tenable_io.scan|user.name|ada|{'uuid':'7','wizard_uuid':'w','user_permissions':1,'owner':'ada',"
            + "'last_modification_date':1772366400}",
        "tenable_io.plugin|vulnerability.category|Web|{'id':7,'name':'n','family':'Web','attributes':"
            + "{'plugin_publication_date':'2026-03-01T12:00:00Z','risk_factor':'Low','synopsis':'s'}}",
        "tenable_io.asset|host.hostname|pc7|{'id':'7','has_agent':true,'agent_uuid':'a','first_seen':"
            + "'2026-03-01T11:00:00Z','updated_at':'2026-03-01T12:00:00Z','hostnames':['pc7']}",
        "tenable_io.audit|event.type|creation|{'id':'7','received':'2026-03-01T12:00:00Z','action':'user.create','crud':'c',"
            + "'is_anonymous':false,'actor':{'id':'u','name':'ada'}}",
        "kibana.log|http.response.status_code|304|{'type':'response','@timestamp':'2026-03-01T12:00:00Z','pid':7,'method':"
            + "'get','req':{'url':'/x','method':'get','headers':{'host':'k'}},'res':{'statusCode':304,'responseTime':26}}",
        "microsoft_defender_endpoint.machine|host.os.type|windows|{'id':'7','computerDnsName':'pc7','exposureLevel':'Low',"
            + "'healthStatus':'Active','lastSeen':'2026-03-01T12:00:00Z','osPlatform':'Windows11'}",
        "microsoft_defender_endpoint.machine_action|event.outcome|failure|{'id':'7','machineId':'m','requestor':'ada','type':"
            + "'Isolate','status':'Failed','lastUpdateDateTimeUtc':'2026-03-01T12:00:00Z'}",
        "m365_defender.vulnerability|vulnerability.id|CVE-2026-0001|{'cveId':'CVE-2026-0001','deviceName':'pc7',"
            + "'softwareVendor':'v','vulnerabilitySeverityLevel':'Low','eventTimestamp':'2026-03-01 12:00:00'}",
        "proofpoint_on_demand.audit|source.user.id|u7|{'guid':'g','ts':'2026-03-01T12:00:00.000000+0000','audit':{'action':"
            + "'login','resourceType':'authorization','user':{'id':'u7','email':'ada@example.org'}}}",
        "sentinel_one.application_risk|vulnerability.score.base|7.5|{'id':'7','cveId':'CVE-2026-0001','daysDetected':3,"
            + "'endpointId':'e','baseScore':'7.5','lastScanDate':'2026-03-01T12:00:00Z'}",
        "sentinel_one.application|package.name|a|{'id':'7','name':'a','installedDate':'2026-03-01T12:00:00Z','publisher':"
            + "'p','agentComputerName':'pc7'}",
        "trellix_epo_cloud.device|host.name|pc7|{'type':'devices','id':'7','attributes':{'agentGuid':'g','name':'pc7',"
            + "'lastUpdate':'2026-03-01T12:00:00.000+00:00'}}",
        "trellix_epo_cloud.event|destination.user.name|ada|{'id':'7','type':'MVEvents','attributes':{'threatactiontaken':"
            + "'deny','threateventid':1,'targetusername':'ada','timestamp':'2026-03-01T12:00:00.000Z'}}",
        "lastpass.user|user.full_name|Ada|{'id':'7','username':'ada@example.org','fullname':'Ada','mpstrength':'9',"
            + "'neverloggedin':false,'last_login':'2026-03-01 12:00:00'}",
        "armis.alert|host.id|8|{'alertId':7,'activityUUIDs':['a'],'deviceIds':[8],'time':'2026-03-01T12:00:00+00:00'}",
        "armis.device|host.name|pc7|{'id':7,'name':'pc7','riskLevel':3,'purdueLevel':4.0,'lastSeen':"
            + "'2026-03-01T12:00:00+00:00'}",
        "armis.vulnerability|vulnerability.severity|High|{'cveUid':'CVE-2026-0001','attackVector':'Network',"
            + "'exploitabilityScore':3.9,'severity':'High','publishedDate':'2026-03-01T12:00:00Z'}",
        "abnormal_security.audit|url.path|/v1/x|{'action':'a','actionDetails':{'requestUrl':'/v1/x'},'sourceIp':"
            + "'192.0.2.7','status':'SUCCESS','timestamp':'2026-03-01 12:00:00.000000+00:00'}",
        "abnormal_security.case|user.name|ada|{'caseId':7,'affectedEmployee':'ada','firstObserved':"
            + "'2026-03-01T12:00:00+00:00'}",
        "tenable_sc.asset|host.ip|192.0.2.7|{'ip':'192.0.2.7','hostUniqueness':'ip','macAddress':'','pluginSet':'p',"
            + "'lastAuthRun':'1772366400'}",
        "tenable_sc.plugin|vulnerability.category|Web|{'id':'7','family':{'name':'Web'},'pluginModDate':'1772366400',"
            + "'vulnPubDate':'1'}",
        "cyberark_epm.policyaudit_raw_event|user.id|0|{'policyAction':'Elevate','originUserUID':'0','agentEventCount':1,"
            + "'arrivalTime':'2026-03-01T12:00:00.000Z'}",
        "gitlab.application|event.outcome|failure|{'severity':'INFO','time':'2026-03-01T12:00:00.000Z','correlation_id':'c',"
            + "'meta.caller_id':'x','meta.remote_ip':'192.0.2.7','message':'Invalid login for ada'}",
        "gigamon.ami|dns.question.name|example.org|{'vendor':'Gigamon','app_name':'dns','dns_query':'example.org','ts':"
            + "'Sun Mar 1 12:00:00 2026'}",
        "wiz.cloud_configuration_finding|event.outcome|success|{'id':'7','targetExternalId':'t','analyzedAt':"
            + "'2026-03-01T12:00:00.000Z','result':'PASS','rule':{'shortId':'R-1'}}",
        "crowdstrike.host|host.os.type|windows|{'device_id':'d7','platform_name':'Windows','agent_load_flags':'0','hostname':"
            + "'pc7','modified_timestamp':'2026-03-01T12:00:00Z'}",
        "crowdstrike.vulnerability|vulnerability.severity|High|{'id':'7','aid':'a','cve':{'id':'CVE-2026-0001','severity':"
            + "'HIGH'},'host_info':{'hostname':'pc7'},'updated_timestamp':'2026-03-01T12:00:00Z'}",
        "sophos_central.event|user.domain|PC7|{'id':'7','endpoint_type':'computer','user_id':'u','name':'n','type':"
            + "'Event::Endpoint::X','source':'PC7\\\\ada','when':'2026-03-01T12:00:00.000Z'}",
        "trend_micro_vision_one.detection|source.port|63|{'uuid':'7','eventTime':1772366400000,'endpointHostName':'pc7',"
            + "'pname':'Deep','dvchost':'d7','spt':63}",
        "withsecure_elements.incidents|event.severity|6|{'incidentId':'7','incidentPublicId':'1-2','riskLevel':'severe',"
            + "'severity':'medium','updatedTimestamp':'2026-03-01T12:00:00.000Z'}",
        "entityanalytics_entra_id.user|user.full_name|Ada|{'@timestamp':'2026-03-01T12:00:00Z','azure_ad':{'displayName':"
            + "'Ada','userPrincipalName':'ada@example.org'},'event':{'action':'user-discovered'}}",
        "github.issues|user.name|ada|{'repository_url':'https://api.example.org/r','number':7,'user':{'login':'ada','id':1},"
            + "'created_at':'2026-03-01T12:00:00Z'}",
        "ti_recordedfuture.triggered_alert|rule.id|r7|{'id':'7','log':{'triggered':'2026-03-01T12:00:00.000Z'},'rule':{'id':"
            + "'r7','name':'n','url':{'portal':'https://example.org/r'}}}",
        "menlo.web|event.outcome|failure|{'event_time':'2026-03-01T12:00:00.000000','pe_action':'block','x-client-ip':"
            + "'192.0.2.7','url':'https://example.org/x','userid':'ada'}",
        "ti_threatconnect.indicator|threat.indicator.type|domain-name|{'id':7,'ownerName':'o','webLink':'w','summary':"
            + "'bad.example.net','dateAdded':'2026-03-01T12:00:00Z'}",
        "ti_greynoise.ip|threat.indicator.confidence|High|{'ip':'192.0.2.7','internet_scanner_intelligence':"
            + "{'classification':'malicious','last_seen_timestamp':'2026-03-01 12:00:00'}}",
        "tanium.discover|host.ip|192.0.2.7|{'TaniumComputerId':7,'MacOrganization':'x','Unmanageable':0,'IpAddress':"
            + "'192.0.2.7','UpdatedAt':'2026-03-01 12:00:00 +00:00'}",
        "tanium.client_status|host.hostname|pc7|{'LastRegistration':'2026-03-01T12:00:00','RegisteredWithTLS':1,'HostName':"
            + "'pc7'}",
        "tanium.endpoint_config|user.id|1|{'timestamp':'2026-03-01T12:00:00.000000000Z','action':'CREATED','user':"
            + "{'user_id':1,'persona_id':0},'config_item':{'id':9,'domain':'d','data_category':'tools'}}",
        "jamf_pro.inventory|host.name|mac7|{'udid':'7','general':{'name':'mac7','jamfBinaryVersion':'11','reportDate':"
            + "'2026-03-01T12:00:00.000Z','lastReportedIp':'192.0.2.7','platform':'Mac'}}",
        "azure.graphactivitylogs|url.path|/v1.0/users|{'time':'2026-03-01T12:00:00Z','operationName':'Microsoft Graph"
            + " Activity','category':'MicrosoftGraphActivityLogs','resourceId':'/x','properties':{'requestMethod':'GET',"
            + "'requestUri':'https://graph.microsoft.com/v1.0/users'}}",
      })
  void record_isOfItsOwnKind(String dataset, String field, String value, String line) {
    assertRead(line, dataset, field, value);
  }

  @Test
  void valueThatIsNone_isNotedAndItsNeighboursGoOn() {
    Event event =
        event(
            "{'DetectedTimestamp':'2026-03-01T12:00:00Z','FindingTypeID':'f','FindingTypeSeverity':'dire'}");

    assertThat(event.ecsFields())
        .containsEntry("event.id", "f")
        .doesNotContainKey("event.severity");
    assertThat(event.ecsFields().get("error.message")).asString().contains("dire");
  }
}
