import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.examples.search.Search;

/** A plugin with libraries: {@code SRC} searches all threads. */
module forum.examples.search {
    requires forum.api;
    requires java.logging;
    requires org.apache.lucene.core;
    requires org.apache.lucene.highlighter;
    requires org.apache.lucene.queryparser;

    provides CommandHandler with
            Search;
    provides ForumListener with
            Search;
}
