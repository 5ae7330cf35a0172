package org.randot.commitments.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.randot.commitments.engine.Finding;

/** Collects what is found in one file. */
final class Findings {
    private final String file;
    private final List<Finding> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(String code, XmlElement where, String... arguments) {
        all.add(Finding.error(code, file, where.nearestId(), where.line(), arguments));
    }

    void add(SafeXml.Unsafe unsafe) {
        all.add(Finding.error(unsafe.code(), file, "", unsafe.line(), unsafe.argument()));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
