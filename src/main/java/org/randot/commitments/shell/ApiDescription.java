package org.randot.commitments.shell;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The published description of the REST interface: title, token, and what every operation has in common. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final Map<String, String> FAILURES = Map.of(
            "400", "The request is not well-formed, or has a member that is not known",
            "401", "Token unknown, expired or missing",
            "403", "Not allowed to this role",
            "404", "Does not exist, or is not to be known",
            "409", "Somebody else was faster",
            "422", "A rule is broken; see errors");

    @Bean
    OpenAPI restInterface() {
        return new OpenAPI()
                .info(new Info()
                        .title("RANDOT Commitments")
                        .version("1")
                        .description("Every action of the pages, for programs. Human-readable texts follow"
                                + " Accept-Language or ?lang=en|es|pt|fr; failures are RFC 9457 problem documents."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token from POST /api/v1/tokens or from the profile page"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer everyOperation() {
        return description -> {
            if (description.getPaths() != null) {
                description.getPaths().values().forEach(ApiDescription::complete);
            }
        };
    }

    private static void complete(PathItem path) {
        path.readOperations().forEach(ApiDescription::complete);
        Operation post = path.getPost();
        if (post != null) {
            post.addParametersItem(new HeaderParameter()
                    .name(RepeatableWrites.HEADER)
                    .description("Makes the write safe to repeat: the same key and body give the same answer")
                    .required(false)
                    .schema(new StringSchema().maxLength(200)));
        }
    }

    private static void complete(Operation operation) {
        var problem = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        FAILURES.keySet().stream()
                .sorted()
                .filter(status -> !operation.getResponses().containsKey(status))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                status,
                                new ApiResponse()
                                        .description(FAILURES.get(status))
                                        .content(problem)));
        operation.addParametersItem(new QueryParameter()
                .name(RequestLanguage.PARAMETER)
                .description("Language of human-readable texts")
                .required(false)
                .schema(new StringSchema()._enum(List.of("en", "es", "pt", "fr"))));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("JSON pointer into the values"))
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty("severity", new StringSchema()._enum(List.of("ERROR", "WARNING", "INFO")));
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable word of the broken rule"))
                .addProperty("reference", new StringSchema().description("Number under which the log tells more"))
                .addProperty("errors", new ArraySchema().items(error));
    }
}
