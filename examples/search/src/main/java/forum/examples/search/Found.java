package forum.examples.search;

import forum.api.Message;
import forum.api.Name;

/**
 * A message that was found, as it is now.
 *
 * @param thread the title of its thread
 * @param value the message
 */
record Found(Name thread, Message value) {}
