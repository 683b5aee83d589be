package io.arrears.pipeline.ingest;

import io.arrears.model.account.Coded;
import io.arrears.model.account.FactTable;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.Utf8Order;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the keys of a staged drop that are another account's: those of the lake are the accounts' that have them there,
 * of the others the account's whose id is smallest by UTF-8 bytes, whatever the order of rows and files. One scan of
 * three columns of the drop's facts and one of the lake's; what is held are two hashes per key of the drop.
 */
final class ClaimedKeys {
    /** More are no slips but keys that are numbered per account. */
    static final int MOST = 1_000_000;

    private final List<Path> staged;
    private final List<Path> lake;

    /** Who has a key. */
    private record Claim(Set<String> inLake, TreeSet<String> inDrop) {
        Claim() {
            this(new HashSet<>(), new TreeSet<>(Utf8Order::compare));
        }

        Set<String> foreigners() {
            Set<String> foreigners = new HashSet<>(inDrop);
            if (inLake.isEmpty()) {
                foreigners.remove(inDrop.first());
            } else {
                foreigners.removeAll(inLake);
            }
            return foreigners;
        }
    }

    private record Key(FactTable table, String key) {}

    private ClaimedKeys(List<Path> staged, List<Path> lake) {
        this.staged = staged;
        this.lake = lake;
    }

    /**
     * @param facts the folder of the staged drop's facts
     * @throws InputRejected when there are more than {@link #MOST}
     */
    static Set<ForeignKey> findForeign(Path facts, HistoryLake lake) {
        List<Path> staged = DuckDb.parquetFiles(facts);
        if (staged.isEmpty()) {
            return Set.of();
        }
        try (DuckDb db = DuckDb.inMemory()) {
            return new ClaimedKeys(staged, lake.factFiles()).find(db);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of the drop cannot be compared with the lake's", e);
        }
    }

    private Set<ForeignKey> find(DuckDb db) throws SQLException {
        db.setFiles("staged_files", staged);
        // a list must not be empty: the drop itself tells nothing new
        db.setFiles("lake_files", lake.isEmpty() ? staged.subList(0, 1) : lake);
        db.executeResource(ClaimedKeys.class, "claimed-keys.sql");
        Map<Key, Claim> claims = new HashMap<>();
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT fact, key, account_id, in_lake FROM claimed")) {
            while (rows.next()) {
                Key key = new Key(Coded.get(FactTable.class, rows.getString(1)), rows.getString(2));
                Claim claim = claims.computeIfAbsent(key, any -> new Claim());
                (rows.getBoolean(4) && !lake.isEmpty() ? claim.inLake() : claim.inDrop()).add(rows.getString(3));
                checkSize(claims.size());
            }
        }
        Set<ForeignKey> foreign = new HashSet<>();
        claims.forEach((key, claim) ->
                claim.foreigners().forEach(account -> foreign.add(new ForeignKey(key.table(), key.key(), account))));
        return foreign;
    }

    private static void checkSize(int size) {
        if (size > MOST) {
            throw InputRejected.because(List.of(
                    "more than %d keys stand under several accounts: keys are unique in their table; where a source numbers them per account, put the account before them with a mapping"
                            .formatted(MOST)));
        }
    }
}
