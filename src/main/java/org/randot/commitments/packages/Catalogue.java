package org.randot.commitments.packages;

import java.util.List;
import java.util.Locale;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.shared.ModuleApi;

/** The deployed commitments: what each asks. Kept in memory by version; a new deployment replaces it. */
@ModuleApi
public class Catalogue {
    /** All deployed commitments, by code. */
    public List<Commitment> all() {
        throw new UnsupportedOperationException();
    }

    /** @throws org.randot.commitments.shared.Absent for an unknown code */
    public Commitment byCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** A former version, for undertakings that still run on it. */
    public Commitment byCode(String code, int version) {
        throw new UnsupportedOperationException();
    }

    public Form form(Commitment commitment, String formId) {
        throw new UnsupportedOperationException();
    }

    /** Words of the package in a language, for its forms. */
    public FormTexts texts(Commitment commitment, Locale reader) {
        throw new UnsupportedOperationException();
    }

    /** BPMN XML of the package's process, names in the reader's language, to be drawn. */
    public String diagram(Commitment commitment, Locale reader) {
        throw new UnsupportedOperationException();
    }
}
