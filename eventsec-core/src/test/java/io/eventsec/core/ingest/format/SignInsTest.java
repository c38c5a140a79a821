package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was let in and who was not, in the words of programs that have a line or two for it. */
class SignInsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "webmin~failure~ada~Mar  1 12:00:00 h webmin[7]: Invalid login as ada from 192.0.2.7",
        "webmin~success~ada~Mar  1 12:00:00 h webmin[7]: Successful login as ada from 192.0.2.7",
        "wordpress~failure~ada~Mar  1 12:00:00 h wordpress(example.com)[7]: Authentication failure for ada"
            + " from 192.0.2.7",
        "wordpress~failure~ada~Mar  1 12:00:00 h wordpress[7]: Authentication failure for ada from 192.0.2.7",
        "phpmyadmin~failure~ada~Mar  1 12:00:00 h phpMyAdmin[7]: user denied: ada (mysql-denied) from"
            + " 192.0.2.7",
        "exim~failure~ada~2026-03-01 12:00:00 login authenticator failed for (h) [192.0.2.7]: 535 Incorrect"
            + " authentication data (set_id=ada)",
        "homeassistant~failure~~2026-03-01 12:00:00.123 WARNING (MainThread)"
            + " [homeassistant.components.http.ban] Login attempt or request with invalid authentication from"
            + " h.example.com (192.0.2.7). Requested URL: '/auth/login_flow'. (Mozilla/5.0)",
        "mssql~failure~sa~2026-03-01 12:00:00.12 Logon       Login failed for user 'sa'. Reason: Password did"
            + " not match that for the login provided. [CLIENT: 192.0.2.7]",
        "guacamole~failure~ada~12:00:00.123 [http-nio-8080-exec-1] WARN  o.a.g.r.auth.AuthenticationService -"
            + " Authentication attempt from 192.0.2.7 for user \"ada\" failed.",
        "audiobookshelf~failure~ada~[2026-03-01 12:00:00.123] ERROR: [Auth] Failed login attempt for username"
            + " \"ada\" from ip 192.0.2.7 (User not found)",
        "paperless~failure~ada~[2026-03-01 12:00:00,123] [INFO] [paperless.auth] Login failed for user `ada`"
            + " from IP `192.0.2.7`.",
        "vsftpd~failure~ada~Sun Mar  1 12:00:00 2026 [pid 7] [ada] FAIL LOGIN: Client \"::ffff:192.0.2.7\"",
        "vsftpd~success~ada~Sun Mar  1 12:00:00 2026 [pid 7] [ada] OK LOGIN: Client \"192.0.2.7\"",
        "roundcube~failure~ada~[01-Mar-2026 12:00:00 +0000]: <s1> IMAP Error: Login failed for ada against"
            + " mail.example.com from 192.0.2.7. AUTHENTICATE PLAIN: failed",
        "odoo~success~ada~2026-03-01 12:00:00,123 7 INFO shop odoo.addons.base.models.res_users: Login"
            + " successful for db:shop login:ada from 192.0.2.7",
        "cas~success~ada~2026-03-01 12:00:00,123 INFO [a.b.Logger] - Sun Mar 01 12:00:00 CET 2026|CAS|Supplied"
            + " credentials: [x]|AUTHENTICATION_SUCCESS|ada|192.0.2.7|198.51.100.1",
        "openvpn~success~ada~2026-03-01 12:00:00 192.0.2.7:4000 [ada] Peer Connection Initiated with"
            + " [AF_INET]192.0.2.7:4000",
        "gitea~failure~ada~2026/03/01 12:00:00 ...s/auth.go:206:SignInPost() [W] [645e123e] Failed"
            + " authentication attempt for ada from 192.0.2.7: user does not exist",
        "bookstack~failure~ada~[Sun Mar 01 12:00:00.1234 2026] [php:notice] [pid 7] [client 192.0.2.7:4000]"
            + " Failed login for ada",
        "apache~failure~ada~[Sun Mar 01 12:00:00.1234 2026] [auth_basic:error] [pid 7:tid 8] [client"
            + " 192.0.2.7:4000] AH01617: user ada: authentication failure for \"/x\": Password Mismatch",
        "nginx~failure~ada~2026/03/01 12:00:00 [error] 7#7: *9 user \"ada\": password mismatch, client:"
            + " 192.0.2.7, server: s, request: \"GET / HTTP/1.1\", host: \"h.example.com\"",
        "system~failure~ada~Mar  1 12:00:00 h sshd[7]: Connection closed by authenticating user ada 192.0.2.7"
            + " port 4000 [preauth]",
        "system~failure~~Mar  1 12:00:00 h sshd[7]: Disconnected from invalid user  192.0.2.7 port 4000"
            + " [preauth]",
        "qbittorrent~failure~ada~(W) 2026-03-01T12:00:00 - WebAPI login failure. Reason: IP has been banned,"
            + " IP: 192.0.2.7, username: ada",
        "sshesame~success~ada~2026/03/01 12:00:00 [192.0.2.7:4000] authentication for user \"ada\" with"
            + " password \"x\" accepted",
        "mysql~failure~ada~2026-03-01  9:00:00 5 [Warning] Access denied for user 'ada'@'192.0.2.7' (using"
            + " password: YES)",
        "postfix~failure~ada~Mar  1 12:00:00 h postfix/smtpd[7]: warning: unknown[192.0.2.7]: SASL LOGIN"
            + " authentication failed: (reason unavailable), sasl_username=ada",
        "microsoft_exchange~success~ada~2026-03-01T12:00:00.530Z,0E,3,198.51.100.1:143,192.0.2.7:4000,ada,5,30,"
            + "30,login,ada *****,R=OK,",
        "uptime-kuma~failure~ada~2026-03-01T12:00:00.434Z [AUTH] WARN: Incorrect username or password for user"
            + " ada. IP=192.0.2.7",
        "cpanel~failure~ada~[2026-03-01 12:00:00 +0000] info [cpaneld] 192.0.2.7 - ada \"POST /login/ HTTP/1.1\""
            + " DEFERRED LOGIN cpaneld: security token missing",
        "sftpgo~failure~ada~{\"level\":\"debug\",\"time\":\"2026-03-01T12:00:00.434\",\"sender\":"
            + "\"connection_failed\",\"client_ip\":\"192.0.2.7\",\"username\":\"ada\",\"login_type\":"
            + "\"password\",\"protocol\":\"SSH\",\"error\":\"invalid credentials\"}",
        "audiobookshelf~failure~ada~{\"timestamp\":\"2026-03-01 12:00:00.434\",\"source\":\"Auth.js:976\","
            + "\"message\":\"[Auth] Failed login attempt for username \\\"ada\\\" from ip 192.0.2.7 (User not"
            + " found)\",\"levelName\":\"ERROR\",\"level\":4}",
        "pureftpd~success~ada~Mar  1 12:00:00 h pure-ftpd: (?@192.0.2.7) [INFO] ada is now logged in"
      })
  void line_saysWhoFromWhereAndWhether(String module, String outcome, String user, String line) {
    Event event = text(line);

    assertThat(event.ecsFields())
        .containsEntry("event.module", module)
        .containsEntry("event.outcome", outcome)
        .containsEntry("source.ip", "192.0.2.7")
        .doesNotContainKey("error.message");
    assertThat(String.valueOf(event.value("event.category"))).contains("authentication");
    assertThat(event.ecsFields().get("user.name")).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "ftp_logout~Mar  1 12:00:00 h pure-ftpd: (ada@192.0.2.7) [INFO] Logout.",
        "ftp_connection~Sun Mar  1 12:00:00 2026 [pid 7] CONNECT: Client \"192.0.2.7\"",
        "mail_rejected~2026-03-01 12:00:00 H=(h) [192.0.2.7] F=<a@example.net> rejected RCPT <b@example.org>:"
            + " relay not permitted",
        "honeypot_command~2026/03/01 12:00:00 [192.0.2.7:4000] [channel 0] command \"id\" requested",
        "honeypot_forwarding~2026/03/01 12:00:00 [192.0.2.7:4000] [channel 1] direct TCP/IP forwarding from"
            + " 127.0.0.1:1 to [2001:db8::1]:80 requested",
        "honeypot_login_without_credentials~2026/03/01 12:00:00 [192.0.2.7:4000] authentication for user"
            + " \"ada\" without credentials rejected",
        "http_request~2026-03-01 12:00:00,644 1 INFO shop werkzeug: 192.0.2.7 - - [01/Mar/2026 12:00:00] \"POST"
            + " /web/login HTTP/1.1\" 200 - 12 0.005 0.020",
        "http_request~2026-03-01 12:00:00 198.51.100.1 GET /a x=y 443 - 192.0.2.7 Mozilla/5.0+(X11) - 404 0 0 49",
        "ssh_timeout~Mar  1 12:00:00 h sshd[7]: fatal: Timeout before authentication for 192.0.2.7 port 4000",
        "http_request~2026/03/01 12:00:00 ...eb/logger.go:102:func1() [I] router: completed GET /user/login for"
            + " 192.0.2.7:0, 200 OK in 3.1ms @ auth/auth.go:134(auth.SignIn)"
      })
  void line_thatIsNoLogin_saysWhatItIs(String action, String line) {
    assertThat(text(line).ecsFields())
        .containsEntry("event.action", action)
        .containsEntry("source.ip", "192.0.2.7")
        .doesNotContainKey("error.message");
  }
}
