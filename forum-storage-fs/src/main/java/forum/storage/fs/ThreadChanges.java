package forum.storage.fs;

import forum.api.Attachment;
import forum.api.Name;
import forum.storage.fs.Change.Attached;
import forum.storage.fs.Change.Deleted;
import forum.storage.fs.Change.Edited;
import forum.storage.fs.Change.InThread;
import java.time.Instant;

/**
 * Change what is inside a thread, in memory.
 *
 * <p>A change of what is not there, which compaction may have dropped, does nothing. Texts may be moved by a {@link
 * Relocation} while a change is not settled, so an undo looks up where they are. Guarded by the forum's lock.
 */
record ThreadChanges(Slabs slabs, Names names, Holdings holdings, Waste waste, Housekeeping housekeeping) {

    static final Effect NONE = () -> {};

    Effect apply(ThreadState thread, InThread change) {
        return switch (change) {
            case Change.Posted posted ->
                append(thread, posted.id(), posted.time(), posted.author(), slabs.add(posted.text()));
            case Change.Placed placed -> append(thread, placed.id(), placed.time(), placed.author(), Place.NO_TEXT);
            case Edited edited -> edit(thread, edited);
            case Deleted deleted -> delete(thread, deleted);
            case Attached attached -> attach(thread, attached);
            case Change.Reached _ -> NONE;
            case Change.Created _, Change.Removed _ -> throw new IllegalStateException("Not inside a thread");
        };
    }

    private Effect append(ThreadState thread, long id, long time, Name author, long place) {
        int number = names.number(author);
        thread.entries.append(new EntryData(id, time, number, place));
        holdings.message(number, place, 1);
        return () -> {
            int last = thread.entries.size() - 1;
            slabs.release(thread.entries.entry(last).place());
            thread.entries.remove(last);
            holdings.message(number, place, -1);
        };
    }

    private Effect edit(ThreadState thread, Edited edited) {
        int position = thread.entries.below(edited.id());
        if (!isMessage(thread, position, edited.id())) {
            died(thread, RecordSize.of(edited));
            return NONE;
        }
        EntryData entry = thread.entries.entry(position);
        long before = entry.place();
        long after = slabs.addEdited(edited.text(), edited.revision());
        thread.entries.replace(position, after);
        holdings.message(entry.author(), before, -1);
        holdings.message(entry.author(), after, 1);
        died(thread, Place.isEdited(before) ? textRecord(thread, entry) : Place.length(before));
        return new Effect() {
            @Override
            public void undo() {
                slabs.release(thread.entries.entry(position).place());
                thread.entries.replace(position, before);
                holdings.message(entry.author(), after, -1);
                holdings.message(entry.author(), before, 1);
            }

            @Override
            public void settle() {
                slabs.release(before);
            }
        };
    }

    private Effect delete(ThreadState thread, Deleted deleted) {
        int position = thread.entries.below(deleted.id());
        died(thread, RecordSize.of(deleted));
        if (!isMessage(thread, position, deleted.id())) {
            return NONE;
        }
        EntryData entry = thread.entries.entry(position);
        thread.entries.remove(position);
        holdings.message(entry.author(), entry.place(), -1);
        died(thread, textRecord(thread, entry));
        if (Place.isEdited(entry.place())) {
            died(thread, RecordSize.message(thread.id, entry.id(), names.name(entry.author())));
        }
        return new Effect() {
            @Override
            public void undo() {
                thread.entries.insert(position, entry);
                holdings.message(entry.author(), entry.place(), 1);
            }

            @Override
            public void settle() {
                slabs.release(entry.place());
            }
        };
    }

    private Effect attach(ThreadState thread, Attached attached) {
        Change.StoredFile file = attached.file();
        Attachment attachment = new Attachment(
                attached.id(),
                attached.author(),
                Instant.ofEpochMilli(attached.time()),
                file.name(),
                file.size(),
                file.sha256());
        int index = thread.addFile(attachment, file.blob());
        holdings.file(attached.author(), 1, file.size());
        thread.entries.append(
                new EntryData(attached.id(), attached.time(), names.number(attached.author()), Place.ofFile(index)));
        return () -> {
            thread.entries.remove(thread.entries.size() - 1);
            thread.removeLastFile();
            holdings.file(attached.author(), -1, -file.size());
            housekeeping.fileIsGone(file.blob());
        };
    }

    static boolean isMessage(ThreadState thread, int position, long id) {
        if (position >= thread.entries.size()) {
            return false;
        }
        EntryData entry = thread.entries.entry(position);
        return entry.id() == id && !Place.isFile(entry.place());
    }

    private int textRecord(ThreadState thread, EntryData entry) {
        return RecordSize.message(thread.id, entry.id(), names.name(entry.author())) + Place.length(entry.place());
    }

    private void died(ThreadState thread, int bytes) {
        thread.recorded(-bytes);
        waste.died(bytes);
    }
}
