package org.randot.commitments.reference.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.randot.commitments.reference.CalendarEffect;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.reference.web.CalendarController.MeetingDateForm;
import org.randot.commitments.reference.web.CutOffController.CutOffForm;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the calendar with its two forms, whichever of them was sent. */
@Component
class CalendarPage {
    static final String MEETING = "form";
    static final String CUT_OFF = "cutOffForm";

    private final Cycles cycles;
    private final States states;

    CalendarPage(Cycles cycles, States states) {
        this.cycles = cycles;
        this.states = states;
    }

    String show(Model model) {
        Cycle cycle = cycles.current();
        model.addAttribute("cycle", cycle);
        model.addAttribute("history", cycles.history(cycle.code()));
        if (!model.containsAttribute(MEETING)) {
            model.addAttribute(MEETING, new MeetingDateForm(cycle.meetingDate(), "", cycle.placeholder(), false));
        }
        if (!model.containsAttribute(CUT_OFF)) {
            model.addAttribute(CUT_OFF, new CutOffForm(cycle.cutOffDate(), "", false, false));
        }
        return "reference/calendar";
    }

    /** @param of the form that asked */
    String show(Model model, Locale reader, CalendarEffect effect, String of) {
        model.addAttribute("effect", effect);
        model.addAttribute("effectOf", of);
        model.addAttribute(
                "names",
                states.all(reader).stream()
                        .collect(Collectors.toMap(
                                MemberState::iso3, state -> state.name().in(reader))));
        return show(model);
    }
}
