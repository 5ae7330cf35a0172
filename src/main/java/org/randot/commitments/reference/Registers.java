package org.randot.commitments.reference;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.randot.commitments.reference.RegisterRefused.Problem;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The registers of a state: its agencies and its laws, typed once and used in every form. They are the state's own: whoever owns none of its
 * data ({@link DataScope}) is answered as if there were none. Entries are changed and retired, never deleted.
 */
@ModuleApi
public class Registers {
    /** In use at the same time: as many as one can still choose from. */
    public static final int MOST = 300;

    private static final String EVERY = "*";

    private final RegisterRepository entries;
    private final States states;
    private final ApplicationEventPublisher facts;

    Registers(RegisterRepository entries, States states, ApplicationEventPublisher facts) {
        this.entries = entries;
        this.states = states;
        this.facts = facts;
    }

    /** The state whose registers are the caller's. @throws Absent for those who keep none */
    public String home() {
        Set<String> own = DataScope.current().own();
        if (own.size() != 1 || own.contains(EVERY)) {
            throw new Absent();
        }
        return own.iterator().next();
    }

    /** Alphabetical in the reader's language. @throws Absent for another state's */
    public <D extends Described> Paged<RegisterEntry<D>> list(
            Register<D> register, String state, RegisterSearch search, Locale reader) {
        requireOwn(state);
        String wanted = search.text().strip().toLowerCase(Locale.ROOT);
        List<RegisterEntry<D>> found = entries.of(register, state).stream()
                .filter(entry -> search.retired() || !entry.retired())
                .filter(entry ->
                        entry.description().searched().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(entry -> entry.description().called(reader), Collator.getInstance(reader)))
                .toList();
        Paging page = search.paging();
        List<RegisterEntry<D>> shown =
                found.stream().skip(page.offset()).limit(page.size()).toList();
        return Paged.of(shown, page, found.size());
    }

    /** Every entry of both registers, the retired ones too; none for those whose registers they are not. */
    public List<RegisterEntry<?>> all(String state) {
        return owns(state) ? entries.all(state) : List.of();
    }

    /** @throws Absent when there is none, or none of the caller's */
    public <D extends Described> RegisterEntry<D> get(Register<D> register, String state, UUID id) {
        requireOwn(state);
        return entries.find(register, state, id).orElseThrow(Absent::new);
    }

    /** @throws RegisterRefused with what is wrong with it */
    public <D extends Described> UUID add(Register<D> register, String state, D description) {
        requireOwn(state);
        requireSound(description, inUse(register, state));
        UUID id = Ids.next();
        entries.insert(register, state, id, description);
        facts.publishEvent(new RegisterFact.EntryAdded(state, register.path(), id));
        return id;
    }

    /** The entry that is called so already, or a new one; empty when the register is full or the description incomplete. */
    public <D extends Described> Optional<UUID> keep(Register<D> register, String state, D description) {
        requireOwn(state);
        List<RegisterEntry<D>> inUse = inUse(register, state);
        Optional<UUID> there = inUse.stream()
                .filter(entry -> entry.description().isSame(description))
                .map(RegisterEntry::id)
                .findFirst();
        if (there.isPresent()) {
            return there;
        }
        return inUse.size() >= MOST || !description.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(add(register, state, description));
    }

    /**
     * Says something else of an entry, retires it or takes it back into use. What was handed in before keeps what it said then.
     *
     * @param change with the version that was read
     * @throws StaleEntry when somebody else changed it meanwhile
     * @throws RegisterRefused with what is wrong with it
     */
    public <D extends Described> RegisterEntry<D> change(Register<D> register, String state, RegisterEntry<D> change) {
        RegisterEntry<D> before = get(register, state, change.id());
        if (before.version() != change.version()) {
            throw new StaleEntry(before);
        }
        if (change.equals(before)) {
            return before;
        }
        if (!change.retired()) {
            requireSound(
                    change.description(),
                    inUse(register, state).stream()
                            .filter(entry -> !entry.id().equals(change.id()))
                            .toList());
        }
        if (!entries.update(register, state, change)) {
            throw new StaleEntry(get(register, state, change.id()));
        }
        tell(register, state, before, change);
        return get(register, state, change.id());
    }

    private void tell(Register<?> register, String state, RegisterEntry<?> before, RegisterEntry<?> change) {
        UUID id = change.id();
        if (!before.description().equals(change.description())) {
            facts.publishEvent(new RegisterFact.EntryChanged(state, register.path(), id, change.version() + 1));
        }
        if (!before.retired() && change.retired()) {
            facts.publishEvent(new RegisterFact.EntryRetired(state, register.path(), id));
        } else if (before.retired() && !change.retired()) {
            facts.publishEvent(new RegisterFact.EntryRestored(state, register.path(), id));
        }
    }

    private <D extends Described> List<RegisterEntry<D>> inUse(Register<D> register, String state) {
        return entries.of(register, state).stream()
                .filter(entry -> !entry.retired())
                .toList();
    }

    private static <D extends Described> void requireSound(D description, List<RegisterEntry<D>> others) {
        var problems = new ArrayList<>(description.problems());
        if (others.stream().anyMatch(entry -> entry.description().isSame(description))) {
            problems.add(new Problem("", "TWICE"));
        }
        if (others.size() >= MOST) {
            problems.add(new Problem("", "FULL"));
        }
        if (!problems.isEmpty()) {
            throw new RegisterRefused(problems);
        }
    }

    private static boolean owns(String state) {
        Set<String> own = DataScope.current().own();
        return own.contains(state) || own.contains(EVERY);
    }

    private void requireOwn(String state) {
        if (!owns(state)) {
            throw new Absent();
        }
        states.get(state);
    }
}
