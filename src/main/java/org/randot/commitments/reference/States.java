package org.randot.commitments.reference;

import java.util.List;
import java.util.Locale;
import org.randot.commitments.shared.ModuleApi;

/** The member states. Lists are alphabetical in the reader's language, never by performance. */
@ModuleApi
public class States {
    public List<MemberState> all(Locale reader) {
        throw new UnsupportedOperationException();
    }

    /** Those with participation ACTIVE. */
    public List<MemberState> active(Locale reader) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.randot.commitments.shared.Absent for an unknown code */
    public MemberState get(String iso3) {
        throw new UnsupportedOperationException();
    }
}
