package org.randot.commitments.exchange.web;

import java.nio.charset.StandardCharsets;
import org.randot.commitments.exchange.WorkbookFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A workbook is handed out as an attachment that does nothing in a browser. */
public final class WorkbookDownload {
    private WorkbookDownload() {}

    public static ResponseEntity<byte[]> of(WorkbookFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WorkbookFile.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .headers(headers -> {
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build());
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
                    headers.set("Cross-Origin-Resource-Policy", "same-origin");
                })
                .body(file.content());
    }
}
