package org.randot.commitments.undertakings.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceAbout;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.EvidenceVisibility;
import org.randot.commitments.undertakings.web.EvidenceDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Evidence of tasks ({@code api.md}). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Evidence")
class EvidenceResource {
    private static final EvidenceAbout NOTHING =
            new EvidenceAbout(Map.of(), "", "", null, "", "", EvidenceVisibility.REVIEW);

    private final EvidenceFiles files;
    private final ObjectMapper json;

    EvidenceResource(EvidenceFiles files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    /** What is said about a document; all but {@code kind} may be left out. */
    record Metadata(
            @Nullable Map<String, String> title,
            @Nullable String kind,
            @Nullable String issuingAgency,
            @Nullable LocalDate documentDate,
            @Nullable String language,
            @Nullable String classification,
            @Nullable EvidenceVisibility visibility) {
        /** What is left out stays as it is. */
        EvidenceAbout over(EvidenceAbout now) {
            return new EvidenceAbout(
                    title == null ? now.title() : title,
                    kind == null ? now.kind() : kind,
                    issuingAgency == null ? now.issuingAgency() : issuingAgency,
                    documentDate == null ? now.documentDate() : documentDate,
                    language == null ? now.language() : language,
                    classification == null ? now.classification() : classification,
                    visibility == null ? now.visibility() : visibility);
        }
    }

    @PostMapping(path = "/tasks/{id}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Attach a file to a task (coordinator)")
    ResponseEntity<EvidenceView> add(
            @PathVariable UUID id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "metadata", required = false) @Nullable String metadata) {
        Metadata about = read(metadata == null ? "{}" : metadata);
        AddEvidence command = new AddEvidence(id, text(file.getOriginalFilename()), about.over(NOTHING));
        EvidenceView added = files.add(command, file);
        return ResponseEntity.created(URI.create("/api/v1/evidence/" + added.id()))
                .body(added);
    }

    private Metadata read(String metadata) {
        try {
            return json.readValue(metadata, Metadata.class);
        } catch (JsonProcessingException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "metadata", broken);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @PutMapping("/tasks/{id}/evidence/{document}")
    @Operation(summary = "Attach a document that the state has already (coordinator)")
    EvidenceView link(@PathVariable UUID id, @PathVariable UUID document) {
        return files.link(id, document);
    }

    @DeleteMapping("/tasks/{id}/evidence/{document}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a document off a draft (coordinator)")
    void remove(@PathVariable UUID id, @PathVariable UUID document) {
        files.remove(id, document);
    }

    @GetMapping("/evidence/{id}")
    @Operation(summary = "Metadata of a document")
    EvidenceView get(@PathVariable UUID id) {
        return files.get(id);
    }

    @PatchMapping("/evidence/{id}")
    @Operation(
            summary = "Correct what is said of a document until it is handed in; say who may see it (coordinator)",
            description = "What is left out stays as it is. PUBLIC visibility needs the classification PUBLIC.")
    EvidenceView describe(@PathVariable UUID id, @RequestBody Metadata about) {
        return files.describe(id, about.over(files.get(id).about()));
    }

    @GetMapping("/evidence/{id}/content")
    @Operation(summary = "The document itself, as an attachment")
    ResponseEntity<Resource> content(@PathVariable UUID id) {
        return EvidenceDownload.of(files.get(id), files);
    }
}
