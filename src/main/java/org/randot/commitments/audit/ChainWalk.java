package org.randot.commitments.audit;

/** Goes along the chain, in the same snapshot as its head, and remembers the first entry that does not fit. */
final class ChainWalk {
    private static final String ZEROS = "0".repeat(64);
    private final AuditChain.Head head;
    private final long notedNumber;
    private final String notedHash;
    private long entries;
    private long broken;
    private String previous = ZEROS;

    ChainWalk(AuditChain.Head head, long notedNumber, String notedHash) {
        this.head = head;
        this.notedNumber = notedNumber;
        this.notedHash = notedHash;
    }

    void step(AuditEntry entry) {
        entries++;
        boolean fits = entry.number() == entries
                && entry.previous().equals(previous)
                && entry.hash().equals(entry.computed())
                && (entry.number() != notedNumber || entry.hash().equalsIgnoreCase(notedHash))
                && entry.number() <= head.number()
                && (entry.number() != head.number() || entry.hash().equals(head.hash()));
        if (!fits && broken == 0) {
            broken = entries;
        }
        previous = entry.hash();
    }

    /** The whole chain, and the content that its entries sealed. */
    Verification result(SealCheck seals) {
        long due = Math.max(head.number(), notedNumber);
        if (broken == 0 && entries < due) {
            broken = entries + 1;
        }
        long changed = seals.firstBroken();
        long first = broken == 0 || changed > 0 && changed < broken ? changed : broken;
        long unrecorded = seals.unrecorded();
        return new Verification(
                first == 0 && unrecorded == 0, entries, first == 0 ? null : first, head.hash(), unrecorded);
    }
}
