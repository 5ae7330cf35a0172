package org.randot.commitments.exchange;

/** A workbook to hand out. */
public final class WorkbookFile {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String name;
    private final byte[] content;

    WorkbookFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }
}
