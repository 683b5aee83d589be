package io.arrears.model.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code .trees} file of a target, big-endian, format version 1 or 2:
 *
 * <pre>
 * int 0x41525452 ("ARTR"), int version, UTF target, UTF schema fingerprint
 * UTF calibration method, then: identity nothing; platt double slope, intercept; beta double a, b, c;
 *   isotonic int n, n doubles margin, n doubles probability
 * version 2 only: int n, n times UTF type and a calibration as above; int n, n times UTF type or type/segment and double
 *   offset on the log-odds
 * double base margin, int trees, int nodes, per tree int root,
 * per node int feature (-1 leaf), float threshold or leaf value, int right child, boolean missing left, float cover
 * </pre>
 *
 * UTF is Java's modified UTF-8 with a length before it. Every version ever written stays readable; a model is written in
 * the lowest version that holds it.
 */
public final class TreesFile {
    private static final int MAGIC = 0x41525452;
    private static final int ONE_CALIBRATION = 1;
    private static final int GROUPS = 2;
    private static final int MOST_GROUPS = 1_000_000;

    private TreesFile() {}

    /** What the file of a target is called among a model's files. */
    public static String name(String target) {
        return target + ".trees";
    }

    public static byte[] write(TargetModel model, String fingerprint) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(model.groups().isEmpty() ? ONE_CALIBRATION : GROUPS);
            out.writeUTF(model.target().code());
            out.writeUTF(fingerprint);
            writeCalibration(model.calibration(), out);
            if (!model.groups().isEmpty()) {
                writeGroups(model.groups(), out);
            }
            model.trees().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are damaged, of a newer version, or of another schema
     */
    public static TargetModel read(byte[] bytes, String fingerprint) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no trees file");
            }
            int version = in.readInt();
            if (version < ONE_CALIBRATION || version > GROUPS) {
                throw new IOException("its format version is %d, known are %d to %d: use a newer release"
                        .formatted(version, ONE_CALIBRATION, GROUPS));
            }
            Target target = Target.of(in.readUTF());
            String found = in.readUTF();
            if (!found.equals(fingerprint)) {
                throw new IOException("its schema is %s, expected %s: retrain".formatted(found, fingerprint));
            }
            Calibration calibration = readCalibration(in);
            GroupCalibrations groups = version < GROUPS ? GroupCalibrations.NONE : readGroups(in);
            return new TargetModel(target, FlatEnsemble.read(in), calibration, groups);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the trees: " + e.getMessage(), e);
        }
    }

    private static void writeGroups(GroupCalibrations groups, DataOutputStream out) throws IOException {
        out.writeInt(groups.byType().size());
        for (Map.Entry<String, Calibration> type : groups.byType().entrySet()) {
            out.writeUTF(type.getKey());
            writeCalibration(type.getValue(), out);
        }
        out.writeInt(groups.offsets().size());
        for (Map.Entry<String, Double> offset : groups.offsets().entrySet()) {
            out.writeUTF(offset.getKey());
            out.writeDouble(offset.getValue());
        }
    }

    private static GroupCalibrations readGroups(DataInput in) throws IOException {
        SortedMap<String, Calibration> byType = new TreeMap<>();
        for (int n = groupCount(in.readInt()); n > 0; n--) {
            byType.put(in.readUTF(), readCalibration(in));
        }
        SortedMap<String, Double> offsets = new TreeMap<>();
        for (int n = groupCount(in.readInt()); n > 0; n--) {
            offsets.put(in.readUTF(), in.readDouble());
        }
        return new GroupCalibrations(byType, offsets);
    }

    private static int groupCount(int count) throws IOException {
        if (count < 0 || count > MOST_GROUPS) {
            throw new IOException("it says %d groups: it is damaged, restore it".formatted(count));
        }
        return count;
    }

    private static void writeCalibration(Calibration calibration, DataOutputStream out) throws IOException {
        out.writeUTF(calibration.method());
        if (calibration instanceof Calibration.Platt platt) {
            write(out, platt.slope(), platt.intercept());
        } else if (calibration instanceof Calibration.Beta beta) {
            write(out, beta.a(), beta.b(), beta.c());
        } else if (calibration instanceof Calibration.Isotonic isotonic) {
            double[] margins = isotonic.margins();
            out.writeInt(margins.length);
            write(out, margins);
            write(out, isotonic.probabilities());
        }
    }

    private static Calibration readCalibration(DataInput in) throws IOException {
        String method = in.readUTF();
        return switch (method) {
            case "identity" -> new Calibration.Identity();
            case "platt" -> new Calibration.Platt(in.readDouble(), in.readDouble());
            case "beta" -> new Calibration.Beta(in.readDouble(), in.readDouble(), in.readDouble());
            case "isotonic" -> {
                int n = in.readInt();
                if (n < 1 || n > 10_000_000) {
                    throw new IOException("isotonic calibration has %d knots".formatted(n));
                }
                yield new Calibration.Isotonic(read(in, n), read(in, n));
            }
            default -> throw new IOException("calibration '%s' is unknown".formatted(method));
        };
    }

    private static void write(DataOutputStream out, double... values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInput in, int n) throws IOException {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
