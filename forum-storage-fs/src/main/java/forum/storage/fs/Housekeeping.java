package forum.storage.fs;

/** Free what a change that is decided on has left behind; called with the forum's lock held, so it only takes note. */
interface Housekeeping {

    /** Free nothing, for who only looks. */
    Housekeeping NONE = new Housekeeping() {

        @Override
        public void threadIsGone(ThreadState thread) {}

        @Override
        public void fileIsGone(long blob) {}
    };

    /** A thread was removed for good. */
    void threadIsGone(ThreadState thread);

    /** A file is not attached after all. */
    void fileIsGone(long blob);
}
