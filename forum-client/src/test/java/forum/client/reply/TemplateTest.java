package forum.client.reply;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.Docs;
import forum.client.catalogue.CatalogueReader;
import forum.client.line.Invocation;
import forum.client.line.LineParser;
import forum.client.line.Typed;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void placesAreFilledByTheArgumentsOfTheirNames() {
        assertThat(Template.fill("{file} of {thread}, {file}", typed("DWN a b.txt")))
                .isEqualTo("b.txt of a, b.txt");
    }

    @Test
    void placesWithoutAnArgumentStay() {
        assertThat(Template.fill("{offset} {nothing} {}", typed("DWN a b.txt"))).isEqualTo("{offset} {nothing} {}");
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        assertThat(Template.fill("Thread {thread}", typed("DWN {file} $0"))).isEqualTo("Thread {file}");
    }

    @Test
    void argumentsAreMadePrintable() {
        assertThat(Template.printable("Thread {thread} is empty", typed("RDT \u001b[2J")))
                .isEqualTo("Thread \\x1b[2J is empty");
    }

    private static Invocation typed(String line) {
        return ((Typed.Complete) new LineParser(CatalogueReader.read(Docs.forum())).parse(line)).invocation();
    }
}
