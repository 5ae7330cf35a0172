package org.randot.commitments.exchange.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.exchange.WorkbookRead;
import org.randot.commitments.exchange.WorkbookRead.Change;
import org.randot.commitments.exchange.Workbooks;
import org.randot.commitments.exchange.web.WorkbookDownload;
import org.randot.commitments.forms.FormFinding;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The workbook of a task. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/workbook")
@Tag(name = "Tasks")
class WorkbookResource {
    private final Workbooks workbooks;

    WorkbookResource(Workbooks workbooks) {
        this.workbooks = workbooks;
    }

    /** The draft's new version, what would have to be mended before it can be handed in, and what changed. */
    record ReadAnswer(int version, Instant savedAt, List<FormFinding> findings, List<Change> changes) {}

    @GetMapping
    @Operation(summary = "The task's form as a workbook, with the draft (coordinator, contributor)")
    ResponseEntity<byte[]> download(@PathVariable UUID id, Locale reader) {
        return WorkbookDownload.of(workbooks.download(id, reader));
    }

    /** @param overwrite also when the draft was saved since the workbook was made */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Read a filled workbook into the draft, all of it or nothing (coordinator, contributor)")
    ReadAnswer upload(
            @PathVariable UUID id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean overwrite,
            Locale reader)
            throws IOException {
        WorkbookRead read = workbooks.upload(id, file.getBytes(), overwrite, reader);
        return new ReadAnswer(
                read.saved().version(), read.saved().savedAt(), read.saved().findings(), read.changes());
    }
}
