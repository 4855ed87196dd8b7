package forum.storage.fs;

/** Choose what a power loss takes of all that was not forced. */
enum Loss {
    /** All of it goes. */
    EVERYTHING,
    /** What came before some moment stays, all else goes. */
    LATEST,
    /** Names that were made or changed go; deletions and bytes stay. */
    NAMES,
    /** Bytes and lengths of files go; all their names stay. */
    BYTES,
    /** Each thing goes or stays by chance. */
    ANY
}
