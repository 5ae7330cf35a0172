package org.randot.commitments.forms;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Builds the view of one part of a form. */
final class FieldViewBuilder {
    private final String shape;
    private final String id;
    private final String pointer;
    private final String label;
    private String help = "";
    private boolean required;
    private List<FieldView.Control> controls = List.of();
    private List<FieldView.Control> more = List.of();
    private String moreLabel = "";
    private boolean moreOpen;
    private List<FieldView.Message> messages = List.of();
    private String mark = "";
    private FieldView.@Nullable Table table;
    private List<FieldView> parts = List.of();
    private List<FieldView.Block> text = List.of();
    private List<FieldView.Line> said = List.of();
    private List<FieldView.Line> earlier = List.of();
    private String change = "";

    FieldViewBuilder(String shape, String id, String pointer, String label) {
        this.shape = shape;
        this.id = id;
        this.pointer = pointer;
        this.label = label;
    }

    String shape() {
        return shape;
    }

    String pointer() {
        return pointer;
    }

    boolean isRequired() {
        return required;
    }

    /** Ids of what the controls are described by, in the order it stands on the page. */
    String describedBy() {
        var ids = new StringJoiner(" ");
        if (!help.isEmpty()) {
            ids.add(id + "-help");
        }
        if (!mark.isEmpty()) {
            ids.add(id + "-mark");
        }
        if (!messages.isEmpty()) {
            ids.add(id + "-messages");
        }
        return ids.toString();
    }

    FieldViewBuilder help(String newHelp) {
        help = newHelp;
        return this;
    }

    FieldViewBuilder required(boolean newRequired) {
        required = newRequired;
        return this;
    }

    FieldViewBuilder controls(List<FieldView.Control> newControls) {
        controls = newControls;
        return this;
    }

    FieldViewBuilder more(List<FieldView.Control> newMore, String label, boolean open) {
        more = newMore;
        moreLabel = label;
        moreOpen = open;
        return this;
    }

    FieldViewBuilder messages(List<FieldView.Message> newMessages) {
        messages = newMessages;
        return this;
    }

    FieldViewBuilder mark(String newMark) {
        mark = newMark;
        return this;
    }

    FieldViewBuilder table(FieldView.Table newTable) {
        table = newTable;
        return this;
    }

    FieldViewBuilder parts(List<FieldView> newParts) {
        parts = newParts;
        return this;
    }

    FieldViewBuilder text(List<FieldView.Block> newText) {
        text = newText;
        return this;
    }

    FieldViewBuilder said(List<FieldView.Line> newSaid) {
        said = newSaid;
        return this;
    }

    FieldViewBuilder earlier(List<FieldView.Line> newEarlier) {
        earlier = newEarlier;
        return this;
    }

    FieldViewBuilder change(String newChange) {
        change = newChange;
        return this;
    }

    FieldView build() {
        return new FieldView(
                shape,
                id,
                pointer,
                label,
                help,
                required,
                controls,
                more,
                moreLabel,
                moreOpen,
                messages,
                mark,
                table,
                parts,
                text,
                said,
                earlier,
                change,
                describedBy());
    }
}
