package io.arrears.model.account;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A world of its own in which the classes found in a folder stand in for the house's; libraries are shared. */
final class BrokenDoor extends ClassLoader {
    private static final String HOUSE = "io.arrears.model.";

    private final Path classes;

    BrokenDoor(Path classes) {
        super(BrokenDoor.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(HOUSE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path broken = classes.resolve(file);
        try (InputStream in = Files.exists(broken)
                ? Files.newInputStream(broken)
                : getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Runs the tests of a class in this world; answers the names of those that failed. */
    List<String> failures(Class<?> tests) throws ReflectiveOperationException {
        Class<?> type = loadClass(tests.getName());
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        List<String> failures = new ArrayList<>();
        for (Method test : type.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                test.setAccessible(true);
                try {
                    test.invoke(constructor.newInstance());
                } catch (InvocationTargetException e) {
                    failures.add(test.getName());
                }
            }
        }
        return failures;
    }
}
