package org.randot.commitments.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.SecurityLog;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.shared.SealedContent;
import org.randot.commitments.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The record, for auditors and administrators. */
@ModuleApi
public class AuditTrail {
    private static final String WHERE = """
             where (cast(:from as timestamptz) is null or at >= :from) and (cast(:to as timestamptz) is null or at <= :to)
             and (:actor = '' or username = :actor) and (:subject = '' or starts_with(subject, :subject))
            """;

    private final AuditChain chain;
    private final CurrentActor actor;
    private final JdbcClient jdbc;
    private final SecurityLog log;
    private final List<SealedContent> sealedContents;

    AuditTrail(
            AuditChain chain,
            CurrentActor actor,
            JdbcClient jdbc,
            SecurityLog log,
            List<SealedContent> sealedContents) {
        this.chain = chain;
        this.actor = actor;
        this.jdbc = jdbc;
        this.log = log;
        this.sealedContents = sealedContents;
    }

    /** The newest first. */
    public Paged<AuditEntry> find(AuditQuery query, Paging paging) {
        mayRead();
        long total = bound("select count(*) from audit_entry" + WHERE, query)
                .query(Long.class)
                .single();
        List<AuditEntry> entries = bound(
                        "select * from audit_entry" + WHERE + " order by number desc limit :size offset :offset", query)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(AuditChain::entry)
                .list();
        return Paged.of(entries, paging, total);
    }

    /** Looks through the whole record. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, noRollbackFor = Refusal.class)
    public Verification verify() {
        return verify(0, "");
    }

    /**
     * Looks through the whole record, whether what was handed in is still what the record says, and whether the record extends what was
     * noted down before: so a record rewritten as a whole, or an old backup put in its place, is seen too.
     *
     * @param number of an entry noted earlier; 0 for none
     * @param hash of that entry
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ, noRollbackFor = Refusal.class)
    public Verification verify(long number, String hash) {
        mayRead();
        AuditChain.Head head = chain.head();
        ChainWalk walk = new ChainWalk(head, number, hash);
        SealCheck seals = new SealCheck(sealedContents);
        chain.each(entry -> {
            walk.step(entry);
            seals.step(entry);
        });
        Verification result = walk.result(seals);
        if (!result.intact()) {
            log.event(
                    "auditBroken",
                    "entry",
                    Optional.ofNullable(result.firstBroken()).orElse(0L));
        }
        return result;
    }

    private void mayRead() {
        if (!actor.get().isAny(Role.AUDITOR, Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }

    private JdbcClient.StatementSpec bound(String sql, AuditQuery query) {
        var from = query.from();
        var to = query.to();
        return jdbc.sql(sql)
                .param("from", from == null ? null : Time.startOf(from).atOffset(ZoneOffset.UTC))
                .param("to", to == null ? null : Time.endOf(to).plusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("actor", query.actor().strip())
                .param("subject", query.subject().strip());
    }
}
