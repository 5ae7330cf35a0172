package org.randot.commitments.undertakings.web;

import java.nio.charset.StandardCharsets;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.EvidenceView;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document is always handed out as an attachment that can do nothing in a browser (security.md 5). */
public final class EvidenceDownload {
    private EvidenceDownload() {}

    public static ResponseEntity<Resource> of(EvidenceView document, EvidenceFiles files) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .cacheControl(CacheControl.noStore())
                .headers(headers -> {
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(document.fileName(), StandardCharsets.UTF_8)
                            .build());
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
                    headers.set("Cross-Origin-Resource-Policy", "same-origin");
                })
                .body(new InputStreamResource(files.open(document.id())));
    }
}
