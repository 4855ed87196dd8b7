package forum.client.catalogue;

import static forum.client.Docs.argument;
import static forum.client.Docs.array;
import static forum.client.Docs.map;
import static org.assertj.core.api.Assertions.assertThat;

import forum.api.command.Parameter.Kind;
import forum.api.command.Reply;
import forum.api.wire.WireValue;
import forum.client.Docs;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    @Test
    void theInvitationNamesTheCommandsInTheServersOrder() {
        assertThat(CatalogueReader.read(Docs.forum()).invitation())
                .isEqualTo("Enter one of the following commands: CRT MSG DLT EDT LST RDT UPD DWN RMV PWD XIT SHT WHO");
    }

    @Test
    void usageShowsWhatMayBeLeftOut() {
        assertThat(CatalogueReader.read(Docs.forum()).find("dwn").orElseThrow().usage())
                .isEqualTo("DWN thread file [offset] [length]");
    }

    @Test
    void kindsAndShapesOfLaterVersionsArePassedOver() {
        Command command = only(Docs.command("FLY", "Fly", map("shape", "hologram"), argument("wing", "feather")));
        assertThat(command.reply()).isEqualTo(new Reply.Line());
        assertThat(command.parameters()).containsExactly(new Parameter("wing", Kind.WORD, false));
    }

    @Test
    void flatArraysAreReadAsMaps() {
        WireValue docs = array(WireValue.Bulk.of("FLY"), array(WireValue.Bulk.of("summary"), WireValue.Bulk.of("Fly")));
        assertThat(CatalogueReader.read(docs).find("FLY").orElseThrow().summary())
                .isEqualTo("Fly");
    }

    @Test
    void textsAreMadePrintable() {
        Command command = only(Docs.command(
                "FLY", "F\u001bly", map("shape", "entries", "empty", "\u001b[2J"), argument("wi\u202eng", "text")));
        assertThat(command.summary()).isEqualTo("F\\x1bly");
        assertThat(command.reply()).isEqualTo(new Reply.Entries("\\x1b[2J"));
        assertThat(command.usage()).isEqualTo("FLY wi\\u202eng");
    }

    @Test
    void aTableWithColumnsThatNoTableCanHaveIsReadAsLines() {
        for (WireValue columns :
                List.of(array(map("name", "wing"), map("name", "wing")), array(map("name", "wi\u001bng")), array())) {
            WireValue reply = new WireValue.Dictionary(List.of(
                    new WireValue.Pair(WireValue.Bulk.of("shape"), WireValue.Bulk.of("table")),
                    new WireValue.Pair(WireValue.Bulk.of("columns"), columns)));
            assertThat(only(Docs.command("FLY", "Fly", reply)).reply()).isEqualTo(new Reply.Lines("", ""));
        }
    }

    @Test
    void namesThatAreNoWordsAreLeftOut() {
        assertThat(CatalogueReader.read(new WireValue.Dictionary(
                                List.of(Docs.command("\u001b[2J", "Harm", map("shape", "line")))))
                        .commands())
                .isEmpty();
    }

    @Test
    void whateverElseComesIsNoCatalogue() {
        assertThat(CatalogueReader.read(new WireValue.Nil()).commands()).isEmpty();
        assertThat(CatalogueReader.read(array(WireValue.Bulk.of("FLY"))).commands())
                .isEmpty();
    }

    private static Command only(WireValue.Pair doc) {
        return CatalogueReader.read(new WireValue.Dictionary(List.of(doc)))
                .commands()
                .getFirst();
    }
}
