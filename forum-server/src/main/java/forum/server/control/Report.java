package forum.server.control;

/** Tell the operator about an order that is being carried out; used by one thread. */
public interface Report {

    /** Tell a line of the result. */
    void line(String text);

    /** Tell how far it is; the next one takes the place of this one. */
    void progress(String text);
}
