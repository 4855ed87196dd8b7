package forum.server.login;

/** Say how a user has logged in; each way has its own limit of connections. */
public enum Role {
    /** By {@code LOGIN-*}: somebody at a client. */
    PERSON,
    /** By {@code AUTH}: a script or a bot. */
    PROGRAM
}
