package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.randot.commitments.packages.PackageFiles;
import org.randot.commitments.shared.Language;

/** Every text that a person sees exists in Spanish, Portuguese and French. */
final class TextsTranslated implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_TRANSLATION", "CONTRACT_MESSAGES");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        for (Language language : List.of(Language.ES, Language.PT, Language.FR)) {
            String name = CommitmentPackage.messagesFile(language);
            try {
                Map<String, String> words =
                        files.has(name) ? CommitmentPackage.messages(files.content(name)) : Map.of();
                texts(files)
                        .filter(key -> words.getOrDefault(key, "").isBlank())
                        .forEach(key -> findings.error("CONTRACT_TRANSLATION", name, key, 0, key, language.tag()));
            } catch (IllegalArgumentException unreadable) {
                findings.error("CONTRACT_MESSAGES", name, "", 0, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private static Stream<String> texts(PackageFiles files) {
        return Stream.of(
                        Read.models(files).flatMap(model -> model.texts().keySet().stream()),
                        Read.forms(files).flatMap(form -> form.textKeys().stream()),
                        Read.indicators(files),
                        Read.decisions(files).map(decision -> decision.attribute("id") + ".name"))
                .flatMap(keys -> keys)
                .distinct()
                .sorted();
    }
}
