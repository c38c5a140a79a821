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
          "aws/access_key_for_another.yml",
          "aws/admin_policy_attached.yml",
          "aws/bucket_made_public.yml",
          "aws/console_login_without_mfa.yml",
          "aws/guardduty_disabled.yml",
          "aws/root_console_login.yml",
          "aws/security_group_opened.yml",
          "aws/snapshot_shared.yml",
          "aws/threat_indicator.yml",
          "aws/trail_stopped.yml",
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
          "suricata/threat_indicator.yml",
          "suricata/tls_mining_pool.yml",
          "web/attack_tool_agent.yml",
          "web/command_injection.yml",
          "web/jndi_lookup.yml",
          "web/path_traversal.yml",
          "web/script_in_upload_directory.yml",
          "web/secret_file_served.yml",
          "web/sql_injection.yml",
          "windows/process_backups_destroyed.yml",
          "windows/process_certutil_download.yml",
          "windows/process_defender_weakened.yml",
          "windows/process_lsass_dumped.yml",
          "windows/process_of_office.yml",
          "windows/process_powershell_encoded.yml",
          "windows/process_remote_wmi_shell.yml",
          "windows/process_script_from_network.yml",
          "windows/security_admin_group_member.yml",
          "windows/security_borrowed_credentials.yml",
          "windows/security_directory_replicated.yml",
          "windows/security_log_cleared.yml",
          "windows/security_remote_desktop_from_outside.yml",
          "windows/security_service_ticket_rc4.yml",
          "windows/sysmon_lsass_read.yml",
          "windows/sysmon_pipe_of_implant.yml",
          "windows/sysmon_remote_thread.yml",
          "windows/sysmon_run_key.yml",
          "windows/sysmon_startup_file.yml",
          "windows/system_service_of_odd_program.yml",
          "windows/threat_indicator.yml",
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
          "zeek/ssl_untrusted_certificate.yml",
          "zeek/threat_indicator.yml");

  private BundledRules() {}

  /** Reads them from the class path. There are no problems, unless the jar was changed. */
  public static LoadedRules load() {
    return LoadedRules.of(
        FILES.stream()
            .map(file -> SigmaReader.read(file, Resources.text(DIRECTORY + file)))
            .toList());
  }
}
