package org.randot.commitments.reminders.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.randot.commitments.reminders.ReminderTable;
import org.randot.commitments.reminders.ReminderTables;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminder profiles ({@code REMINDERS}) and escalation ladders ({@code ESCALATIONS}). */
@RestController
@RequestMapping("/api/v1/reminder-tables/{table}")
@Tag(name = "Administration")
class ReminderTableResource {
    private final ReminderTables tables;

    ReminderTableResource(ReminderTables tables) {
        this.tables = tables;
    }

    /** All rows of a table. */
    record Rows(@NotNull List<ReminderTable.Line> rows) {}

    @GetMapping
    @Operation(summary = "Who is told on which days from a due date")
    Rows rows(@PathVariable ReminderTable table) {
        return new Rows(tables.lines(table));
    }

    @PutMapping
    @Operation(summary = "Put other rows in their place, for ladders that open from now on (administrator)")
    Rows save(@PathVariable ReminderTable table, @Valid @RequestBody Rows body) {
        tables.save(table, body.rows());
        return new Rows(tables.lines(table));
    }
}
