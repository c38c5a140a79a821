package io.eventsec.core.ingest.format;

import java.util.List;

/** What stands where in lines of Amazon's logs, under the names its documents have. */
final class AwsColumns {
  private static final String FLOW =
      "version,account-id,interface-id,srcaddr,dstaddr,srcport,dstport,protocol,packets,bytes,start,"
          + "end,action,log-status";

  private static final String REQUEST =
      "request_processing_time,target_processing_time,response_processing_time,elb_status_code,"
          + "target_status_code,received_bytes,sent_bytes,request,user_agent,ssl_cipher,ssl_protocol";

  private static final String APPLICATION =
      ",target_group_arn,trace_id,domain_name,chosen_cert_arn,matched_rule_priority,"
          + "request_creation_time,actions_executed,redirect_url,error_reason,target_port_list,"
          + "target_status_code_list,classification,classification_reason";

  private static final String BUCKET =
      "bucket_owner,bucket,time,remote_ip,requester,request_id,operation,key,request,http_status,"
          + "error_code,bytes_sent,object_size,total_time,turn_around_time,referrer,user_agent,"
          + "version_id,host_id,signature_version,cipher_suite,authentication_type,host_header,"
          + "tls_version,access_point_arn,acl_required";

  private static final String EDGE =
      "date,time,x-edge-location,sc-bytes,c-ip,cs-method,cs-host,cs-uri-stem,sc-status,cs-referer,"
          + "cs-user-agent,cs-uri-query,cs-cookie,x-edge-result-type,x-edge-request-id,"
          + "x-host-header,cs-protocol,cs-bytes,time-taken,x-forwarded-for,ssl-protocol,ssl-cipher,"
          + "x-edge-response-result-type,cs-protocol-version,fle-status,fle-encrypted-fields,"
          + "c-port,time-to-first-byte,x-edge-detailed-result-type,sc-content-type,sc-content-len,"
          + "sc-range-start,sc-range-end";

  private static final List<String> NONE = List.of();
  private static final List<String> VPC = List.of(FLOW.split(","));
  private static final List<String> ALB =
      List.of(("type,time,elb,client,target," + REQUEST + APPLICATION).split(","));
  private static final List<String> ELB = List.of(("time,elb,client,target," + REQUEST).split(","));
  private static final List<String> S3 = List.of(BUCKET.split(","));
  private static final List<String> CLOUD_FRONT = List.of(EDGE.split(","));

  private AwsColumns() {}

  static List<String> of(String kind) {
    return switch (kind) {
      case "vpcflow" -> VPC;
      case "alb" -> ALB;
      case "elb" -> ELB;
      case "s3" -> S3;
      case "cloudfront" -> CLOUD_FRONT;
      default -> NONE;
    };
  }
}
