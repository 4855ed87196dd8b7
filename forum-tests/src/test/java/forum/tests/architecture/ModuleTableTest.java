package forum.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hold the table of modules in docs/architecture.md: what each may use. */
class ModuleTableTest {

    private static final String[] EVERYBODY = {"java..", "org.jspecify.annotations.."};

    @Test
    void theApiUsesNothing() {
        usesOnly("forum.api", "forum.api..");
    }

    @Test
    void theCommandsUseWhatAnyPluginMayUse() {
        usesOnly("forum.commands", "forum.commands..", "forum.api", "forum.api.command");
    }

    @Test
    void theEmbeddedStorageUsesTheStorageSpi() {
        usesOnly("forum.storage.fs", "forum.storage.fs..", "forum.api", "forum.api.command", "forum.api.storage");
    }

    @Test
    void theServerUsesTheApiAndThreeLibraries() {
        usesOnly(
                "forum.server",
                "forum.server..",
                "forum.api..",
                "javax.crypto..",
                "javax.net.ssl",
                "jdk.net",
                "org.bouncycastle.crypto..",
                "org.bouncycastle.asn1..",
                "org.bouncycastle.util.io.pem",
                "org.apache.commons.cli..",
                "com.fasterxml.jackson.core..");
    }

    @Test
    void theDoorUsesWhatTheServerHasForDoors() {
        usesOnly("forum.door.json", "forum.door.json..", "forum.server.door", "com.fasterxml.jackson.core..");
    }

    @Test
    void theClientUsesTheApiAndThreeLibraries() {
        usesOnly(
                "forum.client",
                "forum.client..",
                "forum.api",
                "forum.api.command",
                "forum.api.wire",
                "javax.net.ssl",
                "org.apache.commons.cli..",
                "org.jline..",
                "com.fasterxml.jackson.core..");
    }

    @Test
    void theTestKitUsesTheServerAndTheLibrariesOfTests() {
        usesOnly(
                "forum.testkit",
                "forum.testkit..",
                "forum.api..",
                "forum.server",
                "org.junit.jupiter.api..",
                "org.opentest4j..",
                "org.assertj.core..");
    }

    @Test
    void onlyWhoTalksOverTheWireSeesTheCodec() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "forum.commands..",
                        "forum.storage..",
                        "forum.api",
                        "forum.api.command..",
                        "forum.api.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("forum.api.wire..")
                .check(ForumModules.allClasses());
    }

    private static void usesOnly(String module, String... packages) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(EVERYBODY), Stream.of(packages)).toArray(String[]::new))
                .check(ForumModules.classes(module));
    }
}
