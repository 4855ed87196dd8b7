package forum.server.command;

import forum.api.Answer;
import forum.api.Attachment;
import forum.api.Content;
import forum.api.Forum;
import forum.api.ForumThread;
import forum.api.Message;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Page;
import forum.api.Range;
import forum.api.Text;
import forum.api.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Give a handler or listener the forum of a session and no more: only while its call lasts, without the session's own
 * methods, and with every file that it opens closed at the end.
 */
final class GuardedForum implements Forum {

    private final Forum forum;
    private final Lease lease;
    private final List<Content> opened = new ArrayList<>(0);

    GuardedForum(Forum forum, Lease lease) {
        this.forum = forum;
        this.lease = lease;
    }

    /** Close what was opened. */
    void closeFiles() {
        opened.forEach(Content::close);
    }

    @Override
    public List<ForumThread> threads() {
        return granted().threads();
    }

    @Override
    public Optional<ForumThread> thread(Name title) {
        return granted().thread(title);
    }

    @Override
    public Answer<Page> read(Name thread, Range range) {
        return granted().read(thread, range);
    }

    @Override
    public Answer<Message> message(Name thread, MessageRef message) {
        return granted().message(thread, message);
    }

    @Override
    public Answer<List<Attachment>> files(Name thread) {
        return granted().files(thread);
    }

    @Override
    public Answer<Content> open(Name thread, Name file) {
        return granted().open(thread, file).map(content -> {
            opened.add(content);
            return content;
        });
    }

    @Override
    public Answer<ForumThread> create(Name title) {
        return granted().create(title);
    }

    @Override
    public Answer<Message> post(Name thread, Text text) {
        return granted().post(thread, text);
    }

    @Override
    public Answer<Message> edit(Name thread, MessageRef message, Text text) {
        return granted().edit(thread, message, text);
    }

    @Override
    public Answer<Message> delete(Name thread, MessageRef message) {
        return granted().delete(thread, message);
    }

    @Override
    public Answer<ForumThread> remove(Name thread) {
        return granted().remove(thread);
    }

    @Override
    public Answer<ForumThread> mayAttach(Name thread, Name file) {
        return granted().mayAttach(thread, file);
    }

    @Override
    public Answer<Attachment> attach(Name thread, Upload upload) throws Upload.Cut {
        return granted().attach(thread, upload);
    }

    private Forum granted() {
        lease.require();
        return forum;
    }
}
