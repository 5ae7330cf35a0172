package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.forms.RegisterEntries;
import org.randot.commitments.reference.Agency;
import org.randot.commitments.reference.Law;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.RegisterEntry;
import org.randot.commitments.reference.Registers;
import org.springframework.stereotype.Component;

/** The registers of a task's state as its form names them; read at once, and only where a form asks for them. */
@Component
class StateRegisters {
    private final Registers registers;
    private final Forms forms;
    private final ObjectMapper json;

    StateRegisters(Registers registers, Forms forms, ObjectMapper json) {
        this.registers = registers;
        this.forms = forms;
        this.json = json;
    }

    /**
     * Nothing for those whose registers they are not: they read what was handed in, which says it itself.
     *
     * @param keeps whether what is described by hand may be kept
     */
    RegisterEntries of(String state, Form form, boolean keeps) {
        if (!form.asksForRegisters()) {
            return RegisterEntries.none();
        }
        List<RegisterEntries.Entry> agencies = new ArrayList<>();
        List<RegisterEntries.Entry> laws = new ArrayList<>();
        for (RegisterEntry<?> each : registers.all(state)) {
            ObjectNode description = json.valueToTree(each.description());
            (each.description() instanceof Agency ? agencies : laws)
                    .add(new RegisterEntries.Entry(each.id().toString(), description, each.retired()));
        }
        return new RegisterEntries(List.copyOf(agencies), List.copyOf(laws), keeps);
    }

    /** The answers in which what was to be kept is named by its entry in the register. */
    ObjectNode keep(String state, Form form, ObjectNode values) {
        return forms.keep(
                form,
                values,
                (kind, description) -> entry(state, kind, description).map(UUID::toString));
    }

    private Optional<UUID> entry(String state, RegisterEntries.Kind kind, ObjectNode description) {
        return switch (kind) {
            case AGENCY -> registers.keep(Register.AGENCIES, state, json.convertValue(description, Agency.class));
            case LAW -> registers.keep(Register.LAWS, state, json.convertValue(description, Law.class));
        };
    }
}
