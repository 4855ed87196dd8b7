package forum.storage.fs;

import static forum.testkit.storage.Answers.bytes;
import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.entries;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Attachment;
import forum.api.Content;
import forum.api.ForumThread;
import forum.api.MessageRef;
import forum.api.Name;
import forum.api.Range;
import forum.api.Upload;
import forum.api.command.PluginStore;
import forum.api.storage.Session;
import forum.testkit.storage.TestForum;
import forum.testkit.storage.TestUpload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Make random changes to a forum, and describe all that it holds. */
final class Scene {

    private static final List<String> TITLES = List.of("a", "b", "c");
    private static final List<String> USERS = List.of("yoda", "luke", "leia");
    private static final List<String> PLUGINS = List.of("polls", "karma");

    private final Random random;

    Scene(Random random) {
        this.random = random;
    }

    /** Do something, perhaps in vain. */
    void change(TestForum forum, Session session) throws Upload.Cut {
        forum.clock().pass(Duration.ofMillis(random.nextInt(100_000) - 10_000));
        Name title = name(one(TITLES));
        switch (random.nextInt(20)) {
            case 0, 1 -> session.create(title);
            case 2 -> session.edit(title, someMessage(), text(someText()));
            case 3 -> session.delete(title, someMessage());
            case 4 -> removeSeldom(session, title);
            case 5 -> session.attach(title, TestUpload.of("f" + random.nextInt(5), someText()));
            case 6 ->
                session.store(one(PLUGINS))
                        .write("k" + random.nextInt(5), someText().getBytes());
            case 7 -> session.store(one(PLUGINS)).remove("k" + random.nextInt(5));
            default -> session.post(title, text(someText()));
        }
    }

    /** Act as one of the users. */
    Session someone(TestForum forum) {
        return random.nextInt(4) == 0 ? forum.asUnrestricted("mod") : forum.as(one(USERS));
    }

    /** Describe everything, as somebody sees it who looks now. */
    static List<String> describe(Session session) {
        List<String> all = new ArrayList<>();
        for (ForumThread thread : session.threads()) {
            all.add(thread.toString());
            session.read(thread.title(), Range.ALL).map(page -> {
                entries(page).forEach(entry -> all.add(entry.toString()));
                return all;
            });
        }
        for (String plugin : PLUGINS) {
            PluginStore store = session.store(plugin);
            for (String key : store.keys("")) {
                all.add(plugin + " " + key + " = " + new String(store.read(key).orElseThrow()));
            }
        }
        return all;
    }

    /** Require that each attached file is on the disk as it was sent, and no others are. */
    static void requireWholeFiles(Session session, Path data) throws IOException {
        int attached = 0;
        for (ForumThread thread : session.threads()) {
            for (Attachment file : done(session.files(thread.title()))) {
                try (Content content = done(session.open(thread.title(), file.file()))) {
                    byte[] digest = AttachmentFiles.sha256().digest(bytes(content));
                    assertThat(HexFormat.of().formatHex(digest)).as("%s", file).isEqualTo(file.sha256());
                }
                attached++;
            }
        }
        assertThat(new AttachmentFiles(new RealDisk(), data).all()).hasSize(attached);
    }

    private void removeSeldom(Session session, Name title) {
        if (random.nextInt(6) == 0) {
            session.remove(title);
        }
    }

    private MessageRef someMessage() {
        return new MessageRef.Number(1 + random.nextInt(20));
    }

    private String someText() {
        String text = "text " + random.nextInt(1000) + " é";
        return random.nextInt(10) == 0 ? text.repeat(100) : text;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
