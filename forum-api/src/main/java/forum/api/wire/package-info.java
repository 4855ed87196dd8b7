/**
 * The wire codec: RESP2 and RESP3, the Redis serialization protocol, as <a
 * href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis documents it</a>.
 *
 * <p>For the server, the client and the test kit only.
 */
@NullMarked
package forum.api.wire;

import org.jspecify.annotations.NullMarked;
