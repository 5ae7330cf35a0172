package org.randot.commitments.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.FlashMap;

class SessionAttributesTests {
    @Test
    void comeBackAsTheyWere_whenWrittenAndRead() {
        FlashMap flash = new FlashMap();
        flash.setTargetRequestPath("/profile");
        flash.addTargetRequestParam("page", "2");
        flash.put("done", "identity.save");
        Map<String, Object> attributes = Map.of(
                "text",
                "é\n",
                "flag",
                true,
                "int",
                3,
                "long",
                4L,
                "id",
                UUID.randomUUID(),
                "list",
                List.of("a", 1),
                "map",
                Map.of("k", List.of(false)),
                "flash",
                new CopyOnWriteArrayList<>(List.of(flash)));
        assertThat(SessionAttributes.read(SessionAttributes.write(attributes))).isEqualTo(attributes);
    }

    @Test
    void areRefused_whenTheyAreOfAnyOtherType() {
        assertThatThrownBy(() -> SessionAttributes.write(Map.of("file", new File("/"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionAttributes.read("{\"x\":{\"type\":\"java.io.File\",\"value\":\"/\"}}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
