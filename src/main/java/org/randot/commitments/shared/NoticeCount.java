package org.randot.commitments.shared;

/** How many notices the current actor has not read yet: the number beside the bell on every page, contributed by the module that owns the notices. */
public interface NoticeCount {
    long unread();
}
