package org.randot.commitments.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.packages.contract.CommitmentPackage;
import org.randot.commitments.packages.contract.Diagram;
import org.randot.commitments.packages.contract.Indicators;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.ModuleApi;

/**
 * The deployed commitments: what each asks. A version never changes and is kept in memory; which one is the newest is read from the
 * database, so that a deployment on one node is seen by all.
 */
@ModuleApi
public class Catalogue {
    private final PackageStore store;
    private final ObjectMapper json;
    private final Map<PackageStore.Version, CommitmentPackage> packages = new ConcurrentHashMap<>();

    Catalogue(PackageStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** All deployed commitments, by code. */
    public List<Commitment> all() {
        return store.deployed().stream()
                .map(version -> load(version).commitment())
                .toList();
    }

    /** @throws org.randot.commitments.shared.Absent for an unknown code */
    public Commitment byCode(String code) {
        return load(store.deployed(code).orElseThrow(Absent::new)).commitment();
    }

    /** A former version, for undertakings that still run on it. */
    public Commitment byCode(String code, int version) {
        return packages.keySet().stream()
                .filter(known -> known.code().equals(code) && known.number() == version)
                .findFirst()
                .map(this::load)
                .orElseGet(() -> load(store.deployed(code, version).orElseThrow(Absent::new)))
                .commitment();
    }

    /** @throws org.randot.commitments.shared.Absent for an unknown form */
    public Form form(Commitment commitment, String formId) {
        return load(commitment).form(formId).orElseThrow(Absent::new);
    }

    /** Instruments on which the commitment as a whole, or any of its forms, depends (domain.md 2.3). */
    public Set<String> instruments(Commitment commitment) {
        Set<String> instruments = new TreeSet<>();
        load(commitment).forms().forEach(form -> instruments.addAll(form.instruments()));
        if (!commitment.requires().isEmpty()) {
            instruments.add(commitment.requires());
        }
        return instruments;
    }

    /** Words of the package in a language, for its forms. */
    public FormTexts texts(Commitment commitment, Locale reader) {
        return load(commitment).texts(reader);
    }

    /** BPMN XML of the package's process, names in the reader's language, to be drawn. */
    public String diagram(Commitment commitment, Locale reader) {
        CommitmentPackage known = load(commitment);
        Language language = Language.of(reader);
        return Diagram.of(known.bpmn(), key -> known.text(language, key));
    }

    /** The package's indicator definitions as its {@code indicators.json} has them, names in the reader's language. */
    public JsonNode indicators(Commitment commitment, Locale reader) {
        CommitmentPackage known = load(commitment);
        Language language = Language.of(reader);
        try {
            return known.files().has(Indicators.FILE)
                    ? Indicators.localised(
                            json.readTree(known.files().content(Indicators.FILE)), key -> known.text(language, key))
                    : json.createArrayNode();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The package's indicators, as far as they can be computed. */
    public List<Indicator> indicators(Commitment commitment) {
        return load(commitment).indicators();
    }

    private CommitmentPackage load(Commitment commitment) {
        return load(new PackageStore.Version(commitment.key(), commitment.version(), commitment.code()));
    }

    private CommitmentPackage load(PackageStore.Version version) {
        return packages.computeIfAbsent(
                version, wanted -> new CommitmentPackage(store.files(wanted.key(), wanted.number()), wanted.number()));
    }
}
