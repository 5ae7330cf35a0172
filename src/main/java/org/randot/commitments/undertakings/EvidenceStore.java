package org.randot.commitments.undertakings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of evidence are kept: unchanged, once per state and checksum, in the transaction of their metadata (security.md 5). */
interface EvidenceStore {
    void put(String state, String sha256, Path file) throws IOException;

    /** Reads piece by piece; never holds a whole file in memory nor a connection between two pieces. */
    InputStream open(String state, String sha256);

    void remove(String state, String sha256);
}
