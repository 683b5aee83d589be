package io.arrears.pipeline.evaluation;

import io.arrears.model.account.AccountHistory;
import io.arrears.pipeline.history.AccountFold;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.zip.CRC32;
import org.apache.spark.sql.Row;

/** A fold over a fixed share of the accounts, chosen by their id alone. */
record AccountShare(double share, AccountFold fold) implements AccountFold {
    @Override
    public Iterator<Row> apply(AccountHistory history) {
        CRC32 crc = new CRC32();
        crc.update(history.id().value().getBytes(StandardCharsets.UTF_8));
        return crc.getValue() < share * 0x1.0p32 ? fold.apply(history) : Collections.emptyIterator();
    }
}
