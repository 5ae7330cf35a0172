package org.randot.commitments.shell.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.randot.commitments.identity.MachineTime;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what a person typed when the form arrives after the session has ended. The text lies encrypted for 15 minutes; the key is random,
 * stands in the sign-in page only, and opens it for the same person only.
 */
@Component
class KeptPosts {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int LARGEST = 512 * 1024;
    private static final int MOST = 20;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final MachineTime time;
    private final ObjectMapper json;

    KeptPosts(JdbcClient jdbc, MachineTime time, ObjectMapper json) {
        this.jdbc = jdbc;
        this.time = time;
        this.json = json;
    }

    /** The key, or empty where there is nothing that may be kept: only urlencoded forms, no passwords, not too large. */
    Optional<String> keep(HttpServletRequest request, UUID person) {
        if (!isForm(request)) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = fields(request);
        byte[] content = write(new KeptPost(request.getRequestURI(), fields));
        if (fields.isEmpty() || content.length > LARGEST || isSecret(fields) || !isRoom(person)) {
            return Optional.empty();
        }
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("insert into kept_post (id, person, content, expires) values (?, ?, ?, ?)")
                .params(
                        digest("id", key),
                        person,
                        encrypt(key, content),
                        time.now().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(key);
    }

    /** Empty when it ran out, is another person's, or never was. */
    Optional<KeptPost> open(String key, UUID person) {
        return jdbc.sql("select content from kept_post where id = ? and person = ? and expires > ?")
                .params(digest("id", key), person, time.now().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional()
                .map(content -> read(decrypt(key, content)));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return "POST".equals(request.getMethod())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getContentLengthLong() <= LARGEST;
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    private static boolean isSecret(Map<String, List<String>> fields) {
        return fields.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
    }

    /** Forgets what ran out, and refuses the hundredth text of one person. */
    private boolean isRoom(UUID person) {
        jdbc.sql("delete from kept_post where expires < ?")
                .param(time.now().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select count(*) from kept_post where person = ?")
                        .param(person)
                        .query(Long.class)
                        .single()
                < MOST;
    }

    private byte[] write(KeptPost post) {
        try {
            return json.writeValueAsBytes(post);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private KeptPost read(byte[] content) {
        try {
            return json.readValue(content, KeptPost.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] encrypt(String key, byte[] content) {
        byte[] iv = new byte[IV];
        RANDOM.nextBytes(iv);
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, key, iv, content);
        byte[] both = Arrays.copyOf(iv, IV + secret.length);
        System.arraycopy(secret, 0, both, IV, secret.length);
        return both;
    }

    private static byte[] decrypt(String key, byte[] both) {
        return crypt(Cipher.DECRYPT_MODE, key, Arrays.copyOf(both, IV), Arrays.copyOfRange(both, IV, both.length));
    }

    private static byte[] crypt(int mode, String key, byte[] iv, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("key", key), "AES"), new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Two independent values from one secret: what finds the row does not open it. */
    private static byte[] digest(String purpose, String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + ":" + key).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
