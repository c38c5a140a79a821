package io.eventsec.rules;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import java.util.List;

/** The rules that come with the product. */
public final class BundledRules {
  private static final String DIRECTORY = "/eventsec/rules/";

  /** A jar cannot be listed wherever it is deployed, so the names stand here; a test compares. */
  static final List<String> FILES =
      List.of(
          "linux/auditd_module_from_writable_place.yml",
          "linux/auditd_preload_file_created.yml",
          "linux/auditd_program_in_memory.yml",
          "linux/auditd_switched_off.yml",
          "linux/auth_admin_group_member.yml",
          "linux/auth_root_password_login.yml",
          "linux/auth_second_root.yml",
          "linux/auth_sudo_refused.yml",
          "linux/process_authorized_key_appended.yml",
          "linux/process_crontab_from_writable_place.yml",
          "linux/process_decoded_into_shell.yml",
          "linux/process_download_into_shell.yml",
          "linux/process_encoded_shell_text.yml",
          "linux/process_history_removed.yml",
          "linux/process_miner.yml",
          "linux/process_password_hashes_read.yml",
          "linux/process_setuid_given.yml",
          "linux/process_shell_of_web_server.yml",
          "linux/process_shell_over_socket.yml",
          "suricata/alert_top_priority.yml",
          "suricata/ftp_clear_password.yml",
          "suricata/http_executable_download.yml",
          "suricata/http_jndi_lookup.yml",
          "suricata/http_tool_to_bare_address.yml",
          "suricata/smb_service_pipe.yml",
          "suricata/smtp_program_attached.yml",
          "suricata/tftp_to_outside.yml",
          "suricata/tls_mining_pool.yml",
          "zeek/conn_large_upload.yml",
          "zeek/conn_rdp_from_internet.yml",
          "zeek/conn_ssh_odd_port.yml",
          "zeek/dce_rpc_directory_replicated.yml",
          "zeek/dce_rpc_remote_start.yml",
          "zeek/dns_dynamic_domain.yml",
          "zeek/dns_tunnel.yml",
          "zeek/dns_zone_copied.yml",
          "zeek/ftp_upload_outside.yml",
          "zeek/kerberos_rc4_ticket.yml",
          "zeek/notice_password_guessing.yml",
          "zeek/notice_scan.yml",
          "zeek/smb_admin_share_program.yml",
          "zeek/ssl_untrusted_certificate.yml");

  private BundledRules() {}

  /** Reads them from the class path. There are no problems, unless the jar was changed. */
  public static LoadedRules load() {
    return LoadedRules.of(
        FILES.stream()
            .map(file -> SigmaReader.read(file, Resources.text(DIRECTORY + file)))
            .toList());
  }
}
