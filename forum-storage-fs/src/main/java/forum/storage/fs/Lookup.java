package forum.storage.fs;

import forum.api.Answer;
import forum.api.Answer.Done;
import forum.api.Answer.Refused;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.Refusal;
import forum.api.Text;
import forum.api.storage.Actor;
import forum.api.storage.Capacity;
import java.time.Instant;

/** Find things in memory and tell whether an actor may change them; with the forum's lock held. */
record Lookup(ForumState state, Actor actor, Capacity capacity) {

    Page page(ThreadState thread, Range range) {
        Sequence entries = thread.entries;
        int from = range.from(entries.size(), entries::below);
        int to = range.to(entries.size(), entries::below);
        return new StoredPage(
                thread.describe(), entries.slice(from, to), state.slabs.view(), state.names.view(), thread.files());
    }

    Message message(ThreadState thread, int position) {
        EntryData entry = thread.entries.entry(position);
        return new Message(
                thread.entries.messagesBefore(position) + 1,
                entry.id(),
                state.names.name(entry.author()),
                Instant.ofEpochMilli(entry.time()),
                Place.isEdited(entry.place()),
                state.slabs.view().text(entry.place()));
    }

    /** Find the position of a message. */
    Answer<Integer> find(ThreadState thread, MessageRef wanted) {
        return switch (wanted) {
            case MessageRef.Number(int number)
            when number >= 1 && number <= thread.entries.messages() ->
                new Done<>(thread.entries.positionOfMessage(number));
            case MessageRef.Id(long id)
            when ThreadChanges.isMessage(thread, thread.entries.below(id), id) -> new Done<>(thread.entries.below(id));
            case MessageRef.Number _, MessageRef.Id _, MessageRef.Nowhere _ -> refuse(Refusal.badNumber());
        };
    }

    /** Find the position of a message that the actor may change. */
    Answer<Integer> own(ThreadState thread, MessageRef wanted, Refusal notOwner) {
        return find(thread, wanted).then(position -> {
            Name author = state.names.name(thread.entries.entry(position).author());
            return mayChange(author) ? new Done<>(position) : refuse(notOwner);
        });
    }

    Answer<Name> mayCreate(Name title) {
        if (state.thread(title) != null) {
            return refuse(Refusal.threadExists(title));
        }
        return capacity.title(title)
                .or(() -> capacity.moreThreads(state.threads().size(), state.holdings.of(actor.name())))
                .<Answer<Name>>map(Refused::new)
                .orElseGet(() -> new Done<>(title));
    }

    Answer<ForumThread> mayRemove(ThreadState thread) {
        return mayChange(thread.owner) ? new Done<>(thread.describe()) : refuse(Refusal.notRemovable(thread.title));
    }

    /** Tell whether a text may be posted there. */
    Answer<Text> postable(ThreadState thread, Answer<Text> checked) {
        return checked.then(text -> capacity.moreEntries(thread.entries.size())
                .or(() -> capacity.moreMessages(text, state.holdings.of(actor.name())))
                .<Answer<Text>>map(Refused::new)
                .orElseGet(() -> new Done<>(text)));
    }

    /** Tell whether a text may take the place of the one of a message. */
    Answer<Text> exchangeable(ThreadState thread, int position, Answer<Text> checked) {
        EntryData entry = thread.entries.entry(position);
        Name author = state.names.name(entry.author());
        return checked.then(text -> capacity.otherText(Place.length(entry.place()), text, state.holdings.of(author))
                .<Answer<Text>>map(Refused::new)
                .orElseGet(() -> new Done<>(text)));
    }

    /** Tell whether a file of that size may begin to arrive. */
    Answer<Name> receivable(ThreadState thread, Name file, long size) {
        return attachable(thread, file)
                .then(good -> capacity.moreFiles(size, state.holdings.of(actor.name()))
                        .<Answer<Name>>map(Refused::new)
                        .orElseGet(() -> new Done<>(good)));
    }

    /** Tell whether a file that has arrived may be attached. */
    Answer<Name> attachable(ThreadState thread, Name file) {
        if (thread.hasFile(file)) {
            return refuse(Refusal.fileExists(thread.title, file));
        }
        return file.flaw(Name.Kind.FILE)
                .or(() -> capacity.moreEntries(thread.entries.size()))
                .<Answer<Name>>map(Refused::new)
                .orElseGet(() -> new Done<>(file));
    }

    private boolean mayChange(Name owner) {
        return actor.unrestricted() || actor.name().equals(owner);
    }

    private static <T> Answer<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
