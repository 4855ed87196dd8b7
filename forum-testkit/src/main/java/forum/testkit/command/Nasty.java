package forum.testkit.command;

import java.util.List;

/** What users give when they mean no good, or their fingers slip. */
final class Nasty {

    static final List<String> ARGUMENTS = List.of(
            "",
            " ",
            "..",
            "../../etc/passwd",
            "/",
            "-1",
            "0",
            "1.0",
            "99999999999999999999",
            "#",
            "#0",
            "#9223372036854775807",
            "9223372036854775807",
            "-9223372036854775808",
            "\0",
            "\u001b[2J",
            "\r\n+OK\r\n",
            "\u202e",
            "\ud800",
            "e\u0301",
            "😀",
            "{0}",
            "{thread}",
            "%s%n",
            "${jndi:ldap://x}",
            "x".repeat(300),
            "x".repeat(65_537));

    private Nasty() {}
}
