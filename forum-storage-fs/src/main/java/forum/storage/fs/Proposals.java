package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Event;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.Name;
import forum.api.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Propose the changes of a user against whom nothing speaks; with the forum's lock held.
 *
 * @param touch takes note of the position that an answer depends on
 */
record Proposals(FsStorage storage, Name user, Lookup lookup, LongConsumer touch) {

    Proposal<ForumThread> create(Name title) {
        long id = state().nextId();
        Change.Created change = new Change.Created(id, 1, storage.now(), user, title);
        return new Proposal<>(
                change,
                () -> known(id).describe(),
                thread -> Optional.of(new Event.Created(thread.created(), user, thread)),
                position -> {
                    known(id).position(position);
                    state().position(position);
                    touch.accept(position);
                });
    }

    Proposal<Message> post(ThreadState thread, Text text) {
        Change.Posted change =
                new Change.Posted(thread.id, thread.revision() + 1, storage.now(), state().nextId(), user, text);
        return within(
                thread,
                change,
                () -> lookup.message(thread, thread.entries.size() - 1),
                posted -> new Event.Posted(posted.time(), user, thread.describe(), posted));
    }

    Proposal<Message> edit(ThreadState thread, int position, Text text) {
        long id = thread.entries.entry(position).id();
        Change.Edited change = new Change.Edited(thread.id, thread.revision() + 1, storage.now(), id, user, text);
        return within(
                thread,
                change,
                () -> lookup.message(thread, position),
                edited -> new Event.Edited(time(change), user, thread.describe(), edited));
    }

    Proposal<Message> delete(ThreadState thread, int position) {
        Message old = lookup.message(thread, position);
        Change.Deleted change = new Change.Deleted(thread.id, thread.revision() + 1, storage.now(), old.id(), user);
        return within(
                thread,
                change,
                () -> old,
                deleted -> new Event.Deleted(time(change), user, thread.describe(), deleted));
    }

    Proposal<ForumThread> remove(ThreadState thread) {
        ForumThread old = thread.describe();
        Change.Removed change = new Change.Removed(thread.id, thread.revision() + 1, storage.now(), user);
        return new Proposal<>(
                change,
                () -> old,
                removed -> Optional.of(
                        new Event.Removed(time(change), user, thread.describe(change.revision(), time(change)))),
                position -> {
                    state().position(position);
                    touch.accept(position);
                });
    }

    /** Count a file that begins to arrive. */
    Holdings.Arriving arriving(long size) {
        return state().holdings.arriving(user, size);
    }

    Proposal<Attachment> attach(ThreadState thread, Change.StoredFile file, Holdings.Arriving arriving) {
        Change.Attached change =
                new Change.Attached(thread.id, thread.revision() + 1, storage.now(), state().nextId(), user, file);
        return new Proposal<>(
                change,
                thread::lastFile,
                attached -> Optional.of(new Event.Attached(attached.time(), user, thread.describe(), attached)),
                position -> {
                    arriving.end();
                    thread.position(position);
                    touch.accept(position);
                });
    }

    private <T> Proposal<T> within(ThreadState thread, Change change, Supplier<T> answer, Function<T, Event> event) {
        return new Proposal<>(change, answer, value -> Optional.of(event.apply(value)), position -> {
            thread.position(position);
            touch.accept(position);
        });
    }

    private ThreadState known(long id) {
        return Objects.requireNonNull(state().thread(id));
    }

    private ForumState state() {
        return storage.state();
    }

    private static Instant time(Change.InThread change) {
        return Instant.ofEpochMilli(change.time());
    }
}
