package forum.client;

import forum.client.net.Address;

/**
 * Say what a start of the client is to do.
 *
 * @param address where the forum is
 * @param plain whether a terminal is used line by line, without drawing
 */
record Options(Address address, boolean plain) {}
