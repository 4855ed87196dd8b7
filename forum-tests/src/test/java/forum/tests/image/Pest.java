package forum.tests.image;

/** One of many who want something of a server without end. */
interface Pest extends AutoCloseable {

    /** Tell how much it has got. */
    long had();

    /** Have it leave. */
    @Override
    void close();
}
