package org.randot.commitments.packages;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Package versions and their files in the database. */
@Component
class PackageStore {
    /** Which version of which package. */
    record Version(String key, int number, String code) {}

    private final JdbcClient jdbc;

    PackageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One node at a time, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('randot.packages'))")
                .query()
                .listOfRows();
    }

    /** The newest deployed version of each commitment, by code. */
    List<Version> deployed() {
        return jdbc.sql("""
                        select distinct on (code) package_key, version, code from package_version
                        where status = 'DEPLOYED' and code <> '' order by code, version desc""")
                .query((row, number) -> version(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    Optional<Version> deployed(String code) {
        return jdbc.sql("""
                        select package_key, version, code from package_version
                        where status = 'DEPLOYED' and code = :code order by version desc limit 1""")
                .param("code", code)
                .query((row, number) -> version(row.getString(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    Optional<Version> deployed(String code, int version) {
        return jdbc.sql("""
                        select package_key, version, code from package_version
                        where status = 'DEPLOYED' and code = :code and version = :version""")
                .param("code", code)
                .param("version", version)
                .query((row, number) -> version(row.getString(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    private static Version version(String key, int number, String code) {
        return new Version(key, number, code);
    }

    boolean isDeployed(String key) {
        return newestDeployed(key).isPresent();
    }

    Optional<Integer> newestDeployed(String key) {
        return jdbc.sql("""
                        select version from package_version
                        where package_key = :key and status = 'DEPLOYED' order by version desc limit 1""").param("key", key).query(Integer.class).optional();
    }

    /** The newest first. */
    List<SharedFiles.Version> deployments(String key) {
        return jdbc.sql("""
                        select version, deployed_at from package_version
                        where package_key = :key and status = 'DEPLOYED' order by version desc""")
                .param("key", key)
                .query((row, number) -> new SharedFiles.Version(
                        row.getInt(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    boolean knows(String key, String sha256) {
        return jdbc.sql("select count(*) from package_version where package_key = :key and sha256 = :sha256")
                        .param("key", key)
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    PackageFiles files(String key, int version) {
        Map<String, byte[]> files = new HashMap<>();
        jdbc.sql("""
                        select name, content from package_file join package_version on id = package_version
                        where package_key = :key and version = :version""").param("key", key).param("version", version).query(row -> {
            files.put(row.getString(1), row.getBytes(2));
        });
        return new PackageFiles(key, files);
    }

    int add(PackageFiles files, String code, String versionTag, @Nullable String deploymentId, Instant now) {
        UUID id = Ids.next();
        int version = jdbc.sql("select coalesce(max(version), 0) + 1 from package_version where package_key = :key")
                .param("key", files.key())
                .query(Integer.class)
                .single();
        boolean isDeployed = deploymentId != null;
        jdbc.sql("""
                        insert into package_version (id, package_key, version, code, version_tag, status, sha256, deployment_id, created_at, deployed_at)
                        values (:id, :key, :version, :code, :tag, :status, :sha256, :deployment, :now, :deployed)""")
                .param("id", id)
                .param("key", files.key())
                .param("version", version)
                .param("code", code)
                .param("tag", versionTag)
                .param("status", isDeployed ? "DEPLOYED" : "DRAFT")
                .param("sha256", files.sha256())
                .param("deployment", deploymentId)
                .param("now", Timestamp.from(now))
                .param("deployed", isDeployed ? Timestamp.from(now) : null)
                .update();
        files.files()
                .forEach((name, content) -> jdbc.sql(
                                "insert into package_file (package_version, name, content) values (:id, :name, :content)")
                        .param("id", id)
                        .param("name", name)
                        .param("content", content)
                        .update());
        return version;
    }
}
