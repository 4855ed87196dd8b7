package forum.tests.commands;

import static forum.testkit.storage.Answers.done;
import static forum.testkit.storage.Answers.name;
import static forum.testkit.storage.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.Upload;
import forum.api.command.CommandHandler;
import forum.testkit.command.HandlerBench;
import forum.testkit.command.HandlerContract;
import forum.testkit.storage.TestUpload;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Hold each of the twelve to the contract of the command SPI. */
class BuiltInHandlersTest {

    private abstract static class BuiltIn implements HandlerContract {

        private final String command;
        private final List<String> example;

        BuiltIn(String command, String... example) {
            this.command = command;
            this.example = List.of(example);
        }

        @Override
        public CommandHandler handler() {
            return ServiceLoader.load(CommandHandler.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(handler -> handler.spec().name().equals(command))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<String> example() {
            return example;
        }

        /** Mike has a thread with a message and a file. */
        @Override
        public void prepare(HandlerBench bench) {
            var forum = bench.forum().as(CALLER);
            done(forum.create(name("a")));
            done(forum.post(name("a"), text("hello")));
            try {
                done(forum.attach(name("a"), TestUpload.of("test.exe", "bytes")));
            } catch (Upload.Cut e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void theyComeInTheOrderInWhichUsersSeeThem() {
        assertThat(ServiceLoader.load(CommandHandler.class).stream()
                        .map(provider -> provider.get().spec().name()))
                .containsExactly("CRT", "MSG", "DLT", "EDT", "LST", "RDT", "UPD", "DWN", "RMV", "PWD", "XIT", "SHT");
    }

    @Nested
    class Create extends BuiltIn {
        Create() {
            super("CRT", "b");
        }
    }

    @Nested
    class Post extends BuiltIn {
        Post() {
            super("MSG", "a", "hi", "im", "mike");
        }
    }

    @Nested
    class Delete extends BuiltIn {
        Delete() {
            super("DLT", "a", "1");
        }
    }

    @Nested
    class Edit extends BuiltIn {
        Edit() {
            super("EDT", "a", "1", "bye");
        }
    }

    @Nested
    class ListThreads extends BuiltIn {
        ListThreads() {
            super("LST");
        }
    }

    @Nested
    class Read extends BuiltIn {
        Read() {
            super("RDT", "a", "0", "-1");
        }
    }

    @Nested
    class UploadFile extends BuiltIn {
        UploadFile() {
            super("UPD", "a", "other.exe", "bytes");
        }
    }

    @Nested
    class Download extends BuiltIn {
        Download() {
            super("DWN", "a", "test.exe", "1", "2");
        }
    }

    @Nested
    class Remove extends BuiltIn {
        Remove() {
            super("RMV", "a");
        }
    }

    @Nested
    class Exit extends BuiltIn {
        Exit() {
            super("XIT");
        }
    }

    @Nested
    class ChangePassword extends BuiltIn {
        ChangePassword() {
            super("PWD", "mike", "better");
        }
    }

    @Nested
    class ShutDown extends BuiltIn {
        ShutDown() {
            super("SHT", "letmein");
        }
    }
}
