package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesAuditTest {
  private static final String HEAD =
      "{'kind':'Event','apiVersion':'audit.k8s.io/v1','level':'Metadata','auditID':'a-1',"
          + "'stage':'ResponseComplete','requestURI':'/api/v1/namespaces/shop/pods/p/exec?command=sh',"
          + "'verb':'create','user':{'username':'ada','uid':'u-1','groups':['dev','system:masters']},"
          + "'sourceIPs':['192.0.2.7','10.0.0.1'],'userAgent':'kubectl/1.31','objectRef':{'resource':"
          + "'pods','namespace':'shop','name':'p','apiVersion':'v1','subresource':'exec'},"
          + "'requestReceivedTimestamp':'2026-03-01T12:00:00.250000Z',"
          + "'stageTimestamp':'2026-03-01T12:00:01.000000Z','responseStatus':{'metadata':{},'code':";

  @Test
  void call_hasWhoWhatAndWhere() {
    Event event = event(HEAD + "101}}");

    assertThat(event.time()).isEqualTo("2026-03-01T12:00:00.250Z");
    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "kubernetes.audit_logs")
        .containsEntry("event.action", "create")
        .containsEntry("event.type", "creation")
        .containsEntry("event.outcome", "success")
        .containsEntry("user.name", "ada")
        .containsEntry("user.roles", List.of("dev", "system:masters"))
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("user_agent.original", "kubectl/1.31")
        .containsEntry("url.path", "/api/v1/namespaces/shop/pods/p/exec")
        .containsEntry("url.query", "command=sh")
        .containsEntry("http.response.status_code", 101L)
        .containsEntry("orchestrator.type", "kubernetes")
        .containsEntry("orchestrator.namespace", "shop")
        .containsEntry("orchestrator.resource.type", "pods")
        .containsEntry("orchestrator.resource.name", "p");
    assertThat(event.ecsFields().keySet()).allMatch(field -> EcsField.named(field).isPresent());
    assertThat(event.value("objectRef.subresource")).isEqualTo("exec");
  }

  @Test
  void refusedCall_fails() {
    assertThat(event(HEAD + "403,'reason':'Forbidden'}}").ecsFields())
        .containsEntry("event.outcome", "failure")
        .containsEntry("event.reason", "Forbidden");
    assertThat(
            event(HEAD + "200},'annotations':{'authorization.k8s.io/decision':'forbid'}}")
                .ecsFields())
        .containsEntry("event.outcome", "failure");
  }

  @Test
  void badValue_leavesItsNeighboursAlone() {
    assertThat(event(HEAD.replace("192.0.2.7", "nowhere") + "'many'}}").ecsFields())
        .containsEntry("user.name", "ada")
        .containsKey("error.message")
        .doesNotContainKeys("source.ip", "http.response.status_code", "event.outcome");
  }
}
