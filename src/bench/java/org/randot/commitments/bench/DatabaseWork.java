package org.randot.commitments.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what the product asks of its database: statements, those of them that write, and commits. */
final class DatabaseWork implements BeanPostProcessor {
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    /** What was counted so far. */
    record Counted(long statements, long writes, long commits) {
        Counted since(Counted before) {
            return new Counted(statements - before.statements, writes - before.writes, commits - before.commits);
        }
    }

    Counted counted() {
        return new Counted(statements.get(), writes.get(), commits.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource) ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return connection(super.getConnection());
        }
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            Object answer = call(real, method, arguments);
            if (answer instanceof PreparedStatement statement) {
                return counted(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return answer instanceof Statement statement ? counted(Statement.class, statement, "") : answer;
        });
    }

    private <T extends Statement> T counted(Class<T> type, T real, String sql) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql;
                statements.incrementAndGet();
                if (!text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)(select|set|values|with|show).*")) {
                    writes.incrementAndGet();
                }
            }
            return call(real, method, arguments);
        });
    }

    private static Object call(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(DatabaseWork.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
