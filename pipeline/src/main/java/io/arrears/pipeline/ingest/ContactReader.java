package io.arrears.pipeline.ingest;

import static io.arrears.pipeline.ingest.SourceColumn.*;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the contacts table as a contact. */
final class ContactReader {
    private ContactReader() {}

    static Contact read(Cells cells, Currency currency) {
        String id = CellParser.id(cells, CONTACT_ID);
        int decidedDay = CellParser.day(cells, DECIDED_ON);
        Long at = CellParser.findMicros(cells, AT);
        Arm arm = new Arm(
                CellParser.id(cells, ACTION),
                CellParser.code(Channel.class, cells, CHANNEL),
                Objects.requireNonNullElse(CellParser.findCode(ContactWindow.class, cells, WINDOW), ContactWindow.ANY));
        ContactResult result = new ContactResult(
                CellParser.findCode(ContactOutcome.class, cells, OUTCOME),
                CellParser.zeroOne(RIGHT_PARTY, cells.find(RIGHT_PARTY), false),
                CellParser.zeroOne(COMPLAINT, cells.find(COMPLAINT), false),
                CellParser.findCount(cells, TALK_SECONDS));
        ContactTerms terms = new ContactTerms(
                CellParser.findMinor(cells, COST, currency),
                CellParser.findId(cells, AGENT_ID),
                CellParser.findProbability(cells, PROPENSITY));
        Direction direction =
                Objects.requireNonNullElse(CellParser.findCode(Direction.class, cells, DIRECTION), Direction.OUTBOUND);
        return new Contact(id, decidedDay, at, arm, direction, result, terms, known(cells, decidedDay, at));
    }

    private static long known(Cells cells, int decidedDay, @Nullable Long at) {
        Long known = CellParser.findMicros(cells, KNOWN_AT);
        if (known != null) {
            return known;
        }
        return at == null ? Days.endMicros(decidedDay) : at;
    }
}
