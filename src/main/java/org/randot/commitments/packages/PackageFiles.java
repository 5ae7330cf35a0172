package org.randot.commitments.packages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.randot.commitments.forms.Form;

/** The files of one package as they are, by name. */
public record PackageFiles(String key, SortedMap<String, byte[]> files) {
    public PackageFiles(String key, Map<String, byte[]> files) {
        this(key, new TreeMap<>(files));
    }

    public Stream<String> names(String ending) {
        return files.keySet().stream().filter(name -> name.endsWith(ending));
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such file */
    public byte[] content(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("No file " + name + " in " + key);
        }
        return content;
    }

    /** Those that its repository keeps. */
    Map<String, byte[]> forTheEngine() {
        Map<String, byte[]> wanted = new TreeMap<>(files);
        wanted.keySet().removeIf(name -> !name.matches(".*\\.(bpmn|dmn|form)"));
        return wanted;
    }

    /** A form of the package, with the rows that its tables take from files. @throws org.randot.commitments.forms.FormProblems when it is none */
    public Form form(String name) {
        return Form.parse(
                content(name),
                rows -> Optional.of(rows + ".rows.json").filter(this::has).map(this::content));
    }

    /** Same names and contents, same text. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
