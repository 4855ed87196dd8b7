package forum.tests.race;

import forum.tests.Storages;

class DiskRaceTest extends Races {

    DiskRaceTest() {
        super(Storages.named("fs"));
    }
}
