/**
 * Transcripts: tests of a server that read like the dialogues they are.
 *
 * <p>A transcript is a text file, one step a line. Each is played against a forum of its own that is empty at first and
 * whose clock stands still at noon of the first day of 2026. Lines that begin with {@code #} are comments; a line that begins
 * with a blank goes on with the one before it.
 *
 * <table>
 * <caption>Steps; the number is the session, which connects when it first speaks</caption>
 * <tr><td>{@code 1 C: MSG a "hi you"}</td><td>the client sends a request: words as bulk strings, split at blanks
 *     outside of quotes</td></tr>
 * <tr><td>{@code 1 C| MSG a hi  you}</td><td>the client types that line, as it stands (an inline command)</td></tr>
 * <tr><td>{@code 1 C! *1\r\n$4}</td><td>the client sends these bytes and nothing else</td></tr>
 * <tr><td>{@code 1 C: (logs in as mike)}</td><td>by {@code LOGIN-*}, new or not, with the name as password</td></tr>
 * <tr><td>{@code 1 C: (hangs up)}</td><td>closes the connection; the session's next word opens another; also
 *     {@code (is cut off)}: a reset, and {@code (stops sending)}: closes its own direction alone</td></tr>
 * <tr><td>{@code 1 S: +Thread a created}</td><td>the next reply or push; {@link forum.testkit.RespClient} says how they
 *     are written</td></tr>
 * <tr><td>{@code 1 S: (hangs up)}</td><td>the server has closed the connection</td></tr>
 * <tr><td>{@code 1 S! NU}</td><td>the next bytes, which are no reply</td></tr>
 * <tr><td><code>{</code> … <code>}</code></td><td>lines of their own around {@code S:} lines whose order is not
 *     promised</td></tr>
 * <tr><td>{@code LOG: mike issued CRT command}</td><td>a line of the operator's log, behind those named before; lines
 *     without another between them here have none there</td></tr>
 * <tr><td>{@code NOLOG: .*secret.*}</td><td>no line until now matches this regular expression</td></tr>
 * <tr><td>{@code CLOCK: PT5M}</td><td>five minutes pass</td></tr>
 * <tr><td>{@code STOP}, {@code RESTART}</td><td>the server shuts down as SIGTERM does; all clients hang up, and
 *     it starts again on the same data</td></tr>
 * <tr><td>{@code SERVER: --ephemeral}</td><td>before all else: start it with {@code --ephemeral}, {@code --quiet},
 *     {@code --sessions-per-user N}, {@code --auth-per-user N}, {@code --registration WHO},
 *     {@code --accounts-per-hour N}</td></tr>
 * </table>
 *
 * <p>What a client sends may hold the escapes {@code \n \r \t \" \\ \x1b} (a byte) and {@code \u00e9} (a character);
 * replies are compared with the same escapes, the log as it is. Anywhere, {@code \{3*ab}} stands for {@code ababab}. In
 * {@code S:} and {@code LOG:} lines {@code <<regex>>} stands for what varies and {@code <<id=regex>>} remembers it:
 * <code>${id}</code> is it from there on.
 *
 * <p>At the end of a transcript every session stops sending; what the server then still says, news aside, is a failure.
 */
@NullMarked
package forum.testkit.transcript;

import org.jspecify.annotations.NullMarked;
