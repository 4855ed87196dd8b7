package forum.client.file;

/** Show how far a file has come on its way; thread-safe in {@link #isCancelled}. */
public interface Progress extends AutoCloseable {

    /** Show nothing, and go on. */
    Progress NONE = new Progress() {
        @Override
        public void moved(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void close() {}
    };

    /** Offer to show it. */
    interface Watch {

        /**
         * Begin to show it.
         *
         * @param name which file
         * @param onCancel called, on any thread, when the user wants it no more
         */
        Progress begin(String name, Runnable onCancel);
    }

    /**
     * Tell how far it has come.
     *
     * @param total how far it is, or -1 where that is not known
     */
    void moved(long done, long total);

    /** Tell whether the user wants it no more. */
    boolean isCancelled();

    /** Show it no more. */
    @Override
    void close();
}
