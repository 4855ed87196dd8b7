/**
 * Translate between the JSON messages of the forum's first client and the native protocol.
 *
 * <pre>
 *   client --{object}--> MessageReader --> Translator --request--> server
 *   client <---text----- Answer <------- ReplyParser <---reply---- server
 * </pre>
 *
 * Nothing is decided here: what is asked, refused, stored and logged is the native protocol's affair.
 */
@NullMarked
package forum.door.json;

import org.jspecify.annotations.NullMarked;
