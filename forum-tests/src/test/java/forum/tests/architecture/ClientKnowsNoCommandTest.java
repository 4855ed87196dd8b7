package forum.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import forum.api.command.CommandHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The client serves a command that it has never heard of, so it may have heard of none. */
class ClientKnowsNoCommandTest {

    @Test
    void noStringInTheClientIsTheNameOfACommand() throws IOException {
        Set<String> commands = ServiceLoader.load(CommandHandler.class).stream()
                .map(provider -> provider.get().spec().name())
                .collect(Collectors.toSet());
        assertThat(commands).hasSize(12);
        commands.remove("PWD"); // it is also an answer of LOGIN-N, as in the first version's dialogue
        List<String> known = new ArrayList<>();
        for (JavaClass type : ForumModules.classes("forum.client")) {
            strings(type)
                    .filter(commands::contains)
                    .forEach(name -> known.add(type.getSimpleName() + " knows " + name));
        }
        assertThat(known).isEmpty();
    }

    private static Stream<String> strings(JavaClass type) throws IOException {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            List<String> strings = new ArrayList<>();
            ClassFile.of().parse(bytes.readAllBytes()).constantPool().forEach(entry -> {
                if (entry instanceof StringEntry string) {
                    strings.add(string.stringValue());
                }
            });
            return strings.stream();
        }
    }
}
