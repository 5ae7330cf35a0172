package org.randot.commitments.undertakings.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.TakeOffer;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A button beside a field takes what is known already. */
@Controller
class OfferController {
    private final Offers offers;
    private final TaskPage page;
    private final MergePage merging;
    private final Tasks tasks;

    OfferController(Offers offers, TaskPage page, MergePage merging, Tasks tasks) {
        this.offers = offers;
        this.page = page;
        this.merging = merging;
        this.tasks = tasks;
    }

    /** The button sends the whole form: what is typed is kept first. */
    @PostMapping("/tasks/{id}/offers/{offer}/take")
    String take(
            @PathVariable UUID id,
            @PathVariable String offer,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        ObjectNode values = page.read(id, posted, reader);
        try {
            DraftSaved saved =
                    tasks.saveDraft(new SaveDraft(id, version, values, false, TaskPage.pageOf(posted)), reader);
            offers.take(new TakeOffer(id, offer, saved.version()), reader);
        } catch (DraftConflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return merging.of(id, values, conflict, model, reader);
        }
        return "redirect:/tasks/" + id + "#f-" + offer.substring(offer.lastIndexOf('.') + 1) + "-field";
    }
}
