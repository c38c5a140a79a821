package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.assertRead;
import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What platforms of security find and keep: vulnerabilities, detections, hosts, administrators. */
class ProductFindingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "first_epss.vulnerability|vulnerability.id|CVE-2026-0001|{'cve':'CVE-2026-0001','epss':'0.1',"
            + "'percentile':'0.9','date':'2026-03-01T12:00:00Z'}",
        "cisa_kevs.vulnerability|vulnerability.description|d|{'cveID':'CVE-2026-0001',"
            + "'dateAdded':'2026-03-01T12:00:00Z','knownRansomwareCampaignUse':'Known','shortDescription':'d'}",
        "github.security_advisories|vulnerability.severity|high|{'ghsa_id':'GHSA-7','cve_id':'CVE-2026-0001',"
            + "'severity':'high','identifiers':[{'value':'GHSA-7','type':'GHSA'}],"
            + "'published_at':'2026-03-01T11:00:00Z','updated_at':'2026-03-01T12:00:00Z'}",
        "armis.vulnerability|host.id|9|{'cveUid':'CVE-2026-0001','affectedDevicesCount':7,"
            + "'lastDetected':'2026-03-01T12:00:00Z','vulnerability_match':{'deviceId':9}}",
        "claroty_xdome.vulnerability|event.severity|73|{'uid':'u','vulnerability_info':{'id':'A',"
            + "'name':'CVE-2026-0001','published_date':'2026-03-01T12:00:00Z',"
            + "'adjusted_vulnerability_score_level':'High'}}",
        "rapid7_insightvm.asset|host.os.full|Example Linux 9|{'assessed_for_policies':false,'total_vulnerabilities':2,"
            + "'id':'7','ip':'192.0.2.7','os_description':'Example Linux 9','last_scan_end':'2026-03-01T12:00:00Z'}",
        "wiz.defend|threat.technique.id|T1070|{'tdrId':'t','triggeringEvent':{'id':'e7',"
            + "'eventTime':'2026-03-01T12:00:00Z','status':'Success'},'mitreTechniques':['T1070'],'severity':'HIGH'}",
        "vectra_rux.detection_event|user.id|7|{'detection_href':'https://v.example/d/1','detection_id':1,'entity_id':7,"
            + "'type':'account','event_timestamp':'2026-03-01T12:00:00Z','d_type_vname':'x'}",
        "vectra_rux.detection_event|host.id|7|{'detection_href':'https://v.example/d/1','detection_id':1,'entity_id':7,"
            + "'type':'host','event_timestamp':'2026-03-01T12:00:00Z','d_type_vname':'x'}",
        "checkpoint_harmony_endpoint.antimalware|rule.name|Gen.X|{'product':'Anti-Malware','product_family':'Endpoint',"
            + "'orig':'192.0.2.1','protection_name':'Gen.X','time':'2026-03-01T12:00:00Z','severity':'High'}",
        "tenable_ot_security.events|rule.name|t|{'hitId':'h','logId':7,'eventType':{'schema':'AssetSchema'},"
            + "'policy':{'key':'P1','title':'t'},'time':'2026-03-01T12:00:00Z','severity':'Low'}",
        "island_browser.user|user.full_name|Ada Love|{'userSource':'Email','userStatus':'Active','userType':'User',"
            + "'email':'ada@example.org','firstName':'Ada','lastName':'Love','updatedDate':'2026-03-01T12:00:00Z'}",
        "island_browser.admin_actions|event.type|creation|{'actionDomain':'Settings','entityType':'X','tenantId':'t',"
            + "'actionType':'Create','timestamp':'2026-03-01T12:00:00Z'}",
        "authentik.event|event.action|login-failed|{'app':'authentik.events','pk':'p','created':'2026-03-01T12:00:00Z',"
            + "'action':'login_failed','client_ip':'192.0.2.7','context':{'http_request':{'method':'POST'}}}",
        "carbon_black_cloud.alert_v7|user.domain|EX|{'org_key':'o','alert_notes_present':false,"
            + "'detection_timestamp':'2026-03-01T12:00:00Z','device_username':'EX\\\\ada','severity':5}",
        "sentinel_one.unified_alert|event.outcome|failure|{'detectionSource':{'product':'EDR'},"
            + "'analystVerdict':'UNDEFINED','result':'UNMITIGATED','severity':'LOW','updatedAt':'2026-03-01T12:00:00Z'}",
        "sentinel_one.threat_event|process.parent.pid|7|{'relatedToThreat':false,'storyline':'s',"
            + "'processUniqueKey':'k','parentPid':'7','createdAt':'2026-03-01T12:00:00Z'}",
        "island_browser.device|host.os.type|linux|{'islandPlatform':'Browser','machineId':'m','deviceType':'Laptop',"
            + "'osPlatform':'Linux','updatedDate':'2026-03-01T12:00:00Z'}",
        "cyberark_epm.aggregated_event|file.hash.sha1|AB12|{'lastEventFileName':'a.exe','totalEvents':1,"
            + "'firstEventDate':'2026-03-01T11:00:00Z','arrivalTime':'2026-03-01T12:00:00Z','hash':'SHA1##AB12'}",
        "cyberark_epm.admin_audit|user.domain|example.org|{'InternalSessionId':7,'Administrator':'ada@example.org',"
            + "'LoggedFrom':'192.0.2.7','EventTime':'2026-03-01T12:00:00Z'}",
        "zscaler_zpa.audit|event.type|deletion|{'AuditOperationType':'Delete','ObjectType':'Server','ModifiedBy':7,"
            + "'ModifiedTime':'2026-03-01T12:00:00Z'}",
        "nozomi_networks.node|network.vlan.id|9|{'appliance_host':'h','bpf_filter':'f','capture_device':'c',"
            + "'record_created_at':1772366400000,'vlan_id':'9'}",
        "darktrace.system_status_alert|event.risk_score|43.0|{'priority_level':'medium','priority':43,'alert_name':'a',"
            + "'last_updated_status':1,'last_updated':1772366400}",
        "menlo.dlp|event.outcome|failure|{'ccl_ids':'c','dst_url':'https://example.org/x','user_input':'true',"
            + "'action':'block','event_time':'2026-03-01T12:00:00','sha256':'NA'}",
        "google_secops.alert|rule.version|v2|{'type':'RULE_DETECTION','detectionTime':'2026-03-01T12:00:00Z',"
            + "'detection':{'ruleId':'r','ruleVersion':'v2'}}",
        "ti_flashpoint.alert|container.name|c|{'resource':{'basetypes':['news'],'container':{'name':'c'}},"
            + "'data_type':'news','generated_at':'2026-03-01T11:00:00Z','created_at':'2026-03-01T12:00:00Z'}",
        "sophos_central.alert|user.domain|EX|{'event_service_event_id':'e7','threat_cleanable':false,'location':'pc7',"
            + "'source':'EX\\\\ada','type':'T','when':'2026-03-01T12:00:00Z'}",
        "github.dependabot|vulnerability.classification|CVSS|{'securityVulnerability':{'advisory':{'ghsaId':'G',"
            + "'cvss':{'score':7.5}}},'number':7,'createdAt':'2026-03-01T12:00:00Z'}",
        "gitlab.api|http.response.status_code|404|{'route':'/x','duration_s':0.1,'method':'GET','path':'/x',"
            + "'status':404,'time':'2026-03-01T12:00:00Z'}",
        "eset_protect.event|group.name|g|{'event_type':'FilteredWebsites_Event','source_uuid':'u',"
            + "'occured':'01-Mar-2026 12:00:00','group_name':'g','rule_id':'r'}",
        "vectra_rux.entity_event|host.id|7|{'urgency_score':9,'entity_id':7,'type':'host','name':'pc7',"
            + "'event_timestamp':'2026-03-01T12:00:00Z'}",
        "vectra_rux.entity_event|user.id|7|{'urgency_score':9,'entity_id':7,'type':'account','name':'ada',"
            + "'event_timestamp':'2026-03-01T12:00:00Z'}",
        "ti_recordedfuture.playbook_alert|event.severity|73|{'playbook_alert_id':'p','panel_status':{'status':'New',"
            + "'priority':'High','updated':'2026-03-01T12:00:00Z'}}",
        "ti_eclecticiq.threat|threat.indicator.type|domain-name|{'meta.entity_url':'u','value':'bad.example.net',"
            + "'diff':'add','timestamp':'2026-03-01 12:00:00.000000+00:00'}",
        "ti_cybersixgill.threat|threat.indicator.url.domain|bad.example.net|{'cybersixgill':{'feedname':'f'},'threat':"
            + "{'indicator':{'type':'url','last_seen':'2026-03-01T12:00:00Z','url':{'full':'https://bad.example.net/x'}}}}",
        "jamf_protect.telemetry_legacy|event.type|start|{'header':{'event_name':'AUE_EXECVE','event_id':'23',"
            + "'time_seconds_epoch':'1772366400'},'host_info':{'host_uuid':'h','serial_number':'s'},'subject':"
            + "{'process_name':'/bin/a','process_id':7},'return':{'description':'success','return_value':'0'}}",
        "darktrace.ai_analyst_alert|event.risk_score|98.0|{'aiaScore':98,'summariser':'s','currentGroup':'g',"
            + "'createdAt':1772366400000,'title':'t'}",
        "prisma_cloud.host_profile|host.hostname|pc7|{'_id':'pc7','collections':['All'],'created':"
            + "'2026-03-01T12:00:00Z','hash':1,'time':'0001-01-01T00:00:00Z'}",
        "github.code_scanning|message|m|{'number':7,'created_at':'2026-03-01T12:00:00Z','tool':{'name':'t'},"
            + "'most_recent_instance':{'state':'open','message':{'text':'m'}}}",
        "forgerock.idm_sync|event.outcome|success|{'linkQualifier':'default','situation':'x','transactionId':'t',"
            + "'status':'SUCCESS','timestamp':'2026-03-01T12:00:00Z'}",
        "forgerock.core|log.logger|a.b|{'source':'am-core','payload':{'logger':'a.b','thread':'t','message':'m',"
            + "'timestamp':'2026-03-01T12:00:00Z'}}",
        "forgerock.core|message|some text|{'source':'idm-core','payload':'some text','timestamp':"
            + "'2026-03-01T12:00:00Z'}",
        "cloudflare_logpush.firewall_event|url.query|a=b|{'MatchIndex':1,'RuleID':'r','Action':'block','Datetime':"
            + "'2026-03-01T12:00:00Z','ClientRequestHost':'x.example.org','ClientRequestQuery':'?a=b',"
            + "'EdgeResponseStatus':403}",
        "cloudflare_logpush.sinkhole_http|http.request.body.bytes|9|{'SinkholeID':'s','SrcAddr':'192.0.2.7',"
            + "'BodyLength':9,'Timestamp':'2026-03-01T12:00:00Z'}",
      })
  void record_isOfItsOwnKind(String dataset, String field, String value, String line) {
    assertRead(line, dataset, field, value);
  }

  @Test
  void severityOfNoKnownWord_leavesNothingAndTheRestGoesOn() {
    Event event =
        event(
            "{'uid':'u','vulnerability_info':{'id':'A','name':'CVE-2026-0001','published_date':"
                + "'2026-03-01T12:00:00Z','adjusted_vulnerability_score_level':'dire'}}");

    assertThat(event.ecsFields())
        .containsEntry("vulnerability.id", "CVE-2026-0001")
        .doesNotContainKey("event.severity");
  }

  @Test
  void timeThatIsNone_isNotedAndItsNeighboursGoOn() {
    Event event =
        event("{'cveID':'CVE-2026-0001','dateAdded':'soon','knownRansomwareCampaignUse':'Known'}");

    assertThat(event.ecsFields()).containsEntry("vulnerability.id", "CVE-2026-0001");
    assertThat(event.ecsFields().get("error.message")).asString().contains("soon");
  }

  @Test
  void dayWithoutTime_isItsFirstMoment() {
    Event event =
        event(
            "{'cveID':'CVE-2026-0001','dateAdded':'2026-03-01','knownRansomwareCampaignUse':'Known'}");

    assertThat(event.time()).hasToString("2026-03-01T00:00:00Z");
  }

  @Test
  void lineOfFortiEdr_hasWhatWasBlockedWhereAndWhen() {
    Event event =
        text(
            "<133>1 2026-03-01T12:00:00.000Z 192.0.2.1 enSilo - - - Organization: Example;Organization ID: 7;"
                + "Event ID: 458; Device Name: PC7;Process Name: x.exe;Process Path: \\a\\x.exe;Severity: High;"
                + " First Seen: 01-Mar-2026, 11:00:00;Last Seen: 01-Mar-2026, 11:30:00;Action: Blocked;"
                + "Users: EX\\ada; MAC Address: 02-00-5E-10-00-01");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "fortinet_fortiedr.log")
        .containsEntry("event.action", "blocked")
        .containsEntry("event.start", "2026-03-01T11:00:00Z")
        .containsEntry("event.end", "2026-03-01T11:30:00Z")
        .containsEntry("host.hostname", "PC7")
        .containsEntry("host.mac", "02-00-5E-10-00-01")
        .containsEntry("process.name", "x.exe")
        .containsEntry("user.id", "EX\\ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "2026-03-01 12:00:00.00 Server      up~up",
        "2026-03-01 12:00:00.00 spid7s      Recovery is complete.~Recovery is complete.",
        "2026-03-01 12:00:00.00 Logon       Login failed for user 'ada'.~Login failed for user 'ada'.",
      })
  void errorLogOfSqlServer_saysWhat(String line, String message) {
    Event event = text(line);

    assertThat(event.time()).hasToString("2026-03-01T12:00:00Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "microsoft_sqlserver.log")
        .containsEntry("message", message);
  }

  @Test
  void weblogicWithAttributes_hasCodeAndMessageApart() {
    Event event =
        text(
            "####<Mar 1, 2026 12:00:00,000 PM GMT> <Info> <Security> <h7> <> <main> <> <> <> <1772366400000>"
                + " <[severity-value: 64] [partition-id: 0] > <BEA-090905> <Up.>");

    assertThat(event.ecsFields())
        .containsEntry("event.code", "BEA-090905")
        .containsEntry("message", "Up.");
  }

  @Test
  void switchOfAruba_hasNumberLevelAndMessage() {
    Event event =
        text(
            "2026-03-01T12:00:00.000000+00:00 sw7 lldpd[70]: Event|104|LOG_WARN|AMM|1/1|Neighbour gone");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "hpe_aruba_cx.log")
        .containsEntry("event.code", "104")
        .containsEntry("log.level", "warn")
        .containsEntry("message", "Neighbour gone");
  }

  @Test
  void lineOfFortiClient_hasBothEndsAndTheUser() {
    Event event =
        text(
            "<134>Mar  1 12:00:00 pc7 proto=tcp service=https status=deny src=192.0.2.7 dst=198.51.100.1"
                + " src_port=50000 dst_port=443 pid=70 app_name=x logon_user=ada@example.org msg=failure");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "fortinet_forticlient.log")
        .containsEntry("event.action", "deny")
        .containsEntry("event.outcome", "failure")
        .containsEntry("source.port", 50000L)
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("user.name", "ada");
  }
}
