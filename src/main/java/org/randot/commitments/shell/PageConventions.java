package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every page: {@code ?lang=} is remembered, rejected input answers 422. */
@Configuration(proxyBeanMethods = false)
class PageConventions implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Conventions()).excludePathPatterns("/assets/**");
    }

    private static final class Conventions implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!RestPaths.isRest(request)) {
                RequestLanguage.asked(request).ifPresent(chosen -> RequestLanguage.keep(chosen, request, response));
            }
            return true;
        }

        @Override
        public void postHandle(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable ModelAndView answer) {
            if (answer != null && response.getStatus() == HttpStatus.OK.value() && isRejected(answer)) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
        }

        private static boolean isRejected(ModelAndView answer) {
            return answer.getModel().values().stream()
                    .anyMatch(value -> value instanceof BindingResult result && result.hasErrors());
        }
    }
}
