package forum.api;

import java.time.Instant;

/** Tell what happened in the forum, once it can no longer be lost. */
public sealed interface Event {

    /** Tell when it happened. */
    Instant time();

    /** Tell who did it. */
    Name user();

    /** Happen to a thread; the thread is described as it stood just after. */
    sealed interface InThread extends Event {

        /** Describe the thread just after, or as it last was if it is removed. */
        ForumThread thread();
    }

    /** A thread was created. */
    record Created(Instant time, Name user, ForumThread thread) implements InThread {}

    /** A thread was removed, with all it held. */
    record Removed(Instant time, Name user, ForumThread thread) implements InThread {}

    /** A message was posted. */
    record Posted(Instant time, Name user, ForumThread thread, Message message) implements InThread {}

    /** A message's text was replaced; the message as it is now. */
    record Edited(Instant time, Name user, ForumThread thread, Message message) implements InThread {}

    /** A message was deleted; the message as it was. */
    record Deleted(Instant time, Name user, ForumThread thread, Message message) implements InThread {}

    /** A file was attached. */
    record Attached(Instant time, Name user, ForumThread thread, Attachment attachment) implements InThread {}

    /** A user logged in. */
    record LoggedIn(Instant time, Name user) implements Event {}

    /** A user's connection ended or was reset. */
    record LoggedOut(Instant time, Name user) implements Event {}
}
