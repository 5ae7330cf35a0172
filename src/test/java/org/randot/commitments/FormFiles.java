package org.randot.commitments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.randot.commitments.forms.Form;

/** Forms as they lie in a package's folder, with the rows that their tables take from there. */
public final class FormFiles {
    private FormFiles() {}

    public static Form read(Path file) {
        return Form.parse(
                bytes(file),
                rows -> Optional.of(file.resolveSibling(rows + ".rows.json"))
                        .filter(Files::exists)
                        .map(FormFiles::bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
