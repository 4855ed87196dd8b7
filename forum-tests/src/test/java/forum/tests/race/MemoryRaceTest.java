package forum.tests.race;

import forum.tests.Storages;

class MemoryRaceTest extends Races {

    MemoryRaceTest() {
        super(Storages.named("memory"));
    }
}
