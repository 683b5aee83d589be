package io.arrears.serving;
import io.arrears.model.mart.Home;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import java.time.*;
public final class DevServe {
    public static void main(String[] a) throws Exception {
        if (a.length > 2) MartFixture.publish(new Home(Path.of(a[1])), "r1", LocalDate.parse(a[2]));
        Main.main(new String[] {"serve", "--port", a[0], "--home", a[1]});
    }
}
