package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Amazon's JSON that is no trail of its API: findings of GuardDuty, alone or as an event that
 * carries one, and questions to Route 53's resolver.
 */
final class AwsJson extends DeviceFormat {
  AwsJson() {
    super("aws-json", AwsText.TABLE, ZoneOffset.UTC);
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return isFinding(nativeRecord) || isQuestion(nativeRecord);
  }

  private static boolean isFinding(NativeRecord said) {
    return said.text("service.serviceName").filter("guardduty"::equals).isPresent()
        || said.text("detail.service.serviceName").filter("guardduty"::equals).isPresent()
        || said.text("detail-type").filter("GuardDuty Finding"::equals).isPresent();
  }

  private static boolean isQuestion(NativeRecord said) {
    return said.has("query_timestamp") && said.has("query_name") && said.has("vpc_id");
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(isFinding(said) ? "guardduty" : "resolver");
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(
        said,
        out,
        times,
        "query_timestamp",
        "updatedAt",
        "detail.updatedAt",
        "createdAt",
        "detail.createdAt");
    said.text("rcode")
        .ifPresent(
            code -> out.put("event.outcome", code.equals("NOERROR") ? "success" : "failure"));
    said.text("severity")
        .or(() -> said.text("detail.severity"))
        .ifPresent(text -> severity(text, out));
  }

  /** A number with a part after the point, of which ECS wants the whole. */
  private static void severity(String text, EcsWriter out) {
    Long whole = Numbers.whole(text.split("[.]", 2)[0]);
    out.put("event.severity", whole);
  }
}
