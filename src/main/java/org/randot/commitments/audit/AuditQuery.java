package org.randot.commitments.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; every part may be left out.
 *
 * @param from first day, at the seat
 * @param to last day, at the seat
 * @param actor username
 * @param subject what the act is about, or how that begins
 */
public record AuditQuery(@Nullable LocalDate from, @Nullable LocalDate to, String actor, String subject) {}
