package forum.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import forum.api.command.CommandHandler;
import forum.api.command.ForumListener;
import forum.api.storage.StorageProvider;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look at the descriptors of what was built, not at the sources. */
class DescriptorsTest {

    @Test
    void theModulesHaveTheirNames() {
        assertThat(ForumModules.withAllTheyNeed().stream()
                        .map(ModuleDescriptor::name)
                        .filter(name -> name.startsWith("forum")))
                .containsExactlyInAnyOrderElementsOf(ForumModules.NAMES);
    }

    @Test
    void noModuleIsAutomatic() {
        assertThat(ForumModules.withAllTheyNeed())
                .filteredOn(ModuleDescriptor::isAutomatic)
                .extracting(ModuleDescriptor::name)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "forum.api, forum.api forum.api.command forum.api.storage forum.api.wire",
        "forum.client, ''",
        "forum.commands, ''",
        "forum.door.json, ''",
        "forum.server, forum.server forum.server.door",
        "forum.storage.fs, ''",
        "forum.testkit, forum.testkit forum.testkit.command forum.testkit.storage forum.testkit.transcript"
    })
    void aModuleExportsOnlyWhatAnotherNeeds(String module, String packages) {
        assertThat(ForumModules.descriptor(module).exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder(packages.isEmpty() ? new String[0] : packages.split(" "));
    }

    @Test
    void onlyThreeModulesSeeTheCodec() {
        assertThat(ForumModules.descriptor("forum.api").exports())
                .filteredOn(Exports::isQualified)
                .singleElement()
                .returns("forum.api.wire", Exports::source)
                .returns(Set.of("forum.server", "forum.client", "forum.testkit"), Exports::targets);
    }

    @Test
    void onlyTheDoorSeesTheServersOtherPackage() {
        assertThat(ForumModules.descriptor("forum.server").exports())
                .filteredOn(Exports::isQualified)
                .singleElement()
                .returns("forum.server.door", Exports::source)
                .returns(Set.of("forum.door.json"), Exports::targets);
    }

    @Test
    void theCommandsAndTheStoragesAreProvided() {
        assertThat(ForumModules.descriptor("forum.commands").provides())
                .singleElement()
                .satisfies(provided -> {
                    assertThat(provided.service()).isEqualTo(CommandHandler.class.getName());
                    assertThat(provided.providers()).hasSize(12);
                });
        assertThat(ForumModules.descriptor("forum.storage.fs").provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactly(StorageProvider.class.getName());
    }

    /** Strangers' tests run on the class path, where descriptors count for nothing. */
    @Test
    void theCommandsAreProvidedInTheSameOrderWithoutDescriptors() throws IOException {
        String service = CommandHandler.class.getName();
        assertThat(ForumModules.lines("forum.commands", "META-INF/services/" + service))
                .containsExactlyElementsOf(ForumModules.descriptor("forum.commands").provides().stream()
                        .flatMap(provided -> provided.providers().stream())
                        .toList());
    }

    @Test
    void theServerUsesTheServices() {
        assertThat(ForumModules.descriptor("forum.server").uses())
                .containsExactlyInAnyOrder(
                        CommandHandler.class.getName(),
                        "forum.server.door.Door",
                        ForumListener.class.getName(),
                        StorageProvider.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forum.api", "forum.commands", "forum.storage.fs"})
    void theInnerModulesNeedOnlyTheJdkAndTheApi(String module) {
        assertThat(required(module, requires -> !isStatic(requires))).isSubsetOf("java.base", "forum.api");
    }

    @Test
    void whatIsShippedNeedsNothingOfTheTests() {
        for (String module : Set.of(
                "forum.api", "forum.client", "forum.commands", "forum.door.json", "forum.server", "forum.storage.fs")) {
            assertThat(required(module, requires -> true))
                    .as(module)
                    .noneMatch(name -> name.contains("junit") || name.contains("assertj") || name.contains("testkit"));
        }
    }

    @Test
    void nothingIsOpen() {
        for (String module : ForumModules.NAMES) {
            ModuleDescriptor descriptor = ForumModules.descriptor(module);
            assertThat(descriptor.isOpen()).as(module).isFalse();
            assertThat(descriptor.opens()).as(module).isEmpty();
        }
    }

    private static Set<String> required(String module, Predicate<Requires> which) {
        return ForumModules.descriptor(module).requires().stream()
                .filter(which)
                .map(Requires::name)
                .collect(Collectors.toSet());
    }

    private static boolean isStatic(Requires requires) {
        return requires.modifiers().contains(Requires.Modifier.STATIC);
    }
}
