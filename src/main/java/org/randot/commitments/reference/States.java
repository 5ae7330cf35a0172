package org.randot.commitments.reference;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The member states. Lists are alphabetical in the reader's language, never by performance. */
@ModuleApi
public class States {
    /** After that another node's change is seen. */
    private static final long FRESH_NANOSECONDS = 60_000_000_000L;

    private final JdbcClient jdbc;
    private volatile long loaded;
    private volatile @Nullable Map<String, MemberState> known;

    States(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MemberState> all(Locale reader) {
        Collator collator = Collator.getInstance(reader);
        return known().values().stream()
                .sorted(Comparator.comparing(state -> state.name().in(reader), collator))
                .toList();
    }

    /** Those with participation ACTIVE. */
    public List<MemberState> active(Locale reader) {
        return all(reader).stream()
                .filter(state -> state.participation() == Participation.ACTIVE)
                .toList();
    }

    /** @throws Absent for an unknown code */
    public MemberState get(String iso3) {
        MemberState state = known().get(iso3);
        if (state == null) {
            throw new Absent();
        }
        return state;
    }

    /** How a state takes part has changed. */
    void forget() {
        known = null;
    }

    private Map<String, MemberState> known() {
        Map<String, MemberState> states = known;
        if (states == null || System.nanoTime() - loaded > FRESH_NANOSECONDS) {
            loaded = System.nanoTime();
            states = load();
            known = states;
        }
        return states;
    }

    private Map<String, MemberState> load() {
        return jdbc
                .sql("select * from member_state")
                .query((row, number) -> new MemberState(
                        row.getString("iso3"),
                        row.getString("iso2"),
                        new Text(
                                row.getString("name_en"),
                                row.getString("name_es"),
                                row.getString("name_pt"),
                                row.getString("name_fr")),
                        row.getString("subregion"),
                        Language.of(Locale.forLanguageTag(row.getString("language"))),
                        ZoneId.of(row.getString("time_zone")),
                        Participation.valueOf(row.getString("participation"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(MemberState::iso3, Function.identity()));
    }
}
