package org.randot.commitments.reminders.web;

import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.reminders.NoticeView;
import org.randot.commitments.reminders.NoticeWords;
import org.randot.commitments.reminders.Notices;
import org.randot.commitments.shared.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox behind the bell. */
@Controller
@RequestMapping("/notices")
class NoticeController {
    private final Notices notices;
    private final NoticeWords words;

    NoticeController(Notices notices, NoticeWords words) {
        this.notices = notices;
        this.words = words;
    }

    record Line(NoticeView notice, String text) {}

    @GetMapping
    String page(@RequestParam(defaultValue = "0") int page, Locale reader, Model model) {
        model.addAttribute(
                "lines",
                notices.page(new Paging(page, 25)).map(notice -> new Line(notice, words.text(notice, reader))));
        model.addAttribute("unread", notices.unread());
        return "reminders/notices";
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
        notices.read(id);
        return "redirect:/notices?page=" + Math.max(0, page);
    }

    @PostMapping("/read")
    String readAll() {
        notices.readAll();
        return "redirect:/notices";
    }
}
