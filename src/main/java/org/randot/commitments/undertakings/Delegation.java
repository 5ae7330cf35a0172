package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.identity.Actor;

/** Sections of one task's form in the hands of one person, with that person's answers. Nothing of it is in the draft until it is approved. */
final class Delegation {
    final UUID id;
    final UUID taskId;
    final String state;
    /** The account; of a link an id of its own, which no account has. */
    final UUID person;

    final String personName;
    final boolean link;
    final String givenBy;
    final Instant givenAt;

    Set<String> sections;
    DelegationStatus status = DelegationStatus.OPEN;
    ObjectNode answers = Sql.emptyObject();
    int version = 1;
    String note = "";
    Instant changedAt;

    /** The opened page that saved the answers. */
    @Nullable
    UUID page;

    @Nullable
    Instant expiresAt;

    Delegation(Task task, UUID id, Recipient to, Actor by, Instant now) {
        this(id, task.id, task.undertaking.state(), to, by.name(), now);
    }

    /** Whom a part is given to. */
    record Recipient(UUID person, String name, boolean link) {}

    Delegation(UUID id, UUID taskId, String state, Recipient to, String givenBy, Instant givenAt) {
        this.id = id;
        this.taskId = taskId;
        this.state = state;
        this.person = to.person();
        this.personName = to.name();
        this.link = to.link();
        this.givenBy = givenBy;
        this.givenAt = givenAt;
        this.changedAt = givenAt;
        this.sections = new LinkedHashSet<>();
    }

    /** Keys of the fields in it. */
    List<String> keys(Form form) {
        List<String> keys = new ArrayList<>();
        form.sections(FormTexts.english()).stream()
                .filter(section -> sections.contains(section.id()))
                .forEach(section -> keys.addAll(section.keys()));
        return keys;
    }

    void become(DelegationStatus next, Instant now) {
        status = next;
        changedAt = now;
        version++;
    }
}
