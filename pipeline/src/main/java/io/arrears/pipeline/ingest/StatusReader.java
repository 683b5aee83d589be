package io.arrears.pipeline.ingest;

import static io.arrears.pipeline.ingest.SourceColumn.*;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that change what may be done with an account: disputes, consents, flags. */
final class StatusReader {
    private StatusReader() {}

    /**
     * A dispute as one version, or two when it is closed: nobody may see the closing before it happened. The opening
     * is known at the explicit known time, else at the end of its day; the closing at the end of its day, or at the
     * explicit known time when that is later, and then the opening is not known earlier either.
     */
    static List<Dispute> dispute(Cells cells) {
        String id = CellParser.id(cells, DISPUTE_ID);
        String invoice = CellParser.findId(cells, INVOICE_ID);
        int openedDay = CellParser.day(cells, OPENED_ON);
        Integer closedDay = CellParser.findDay(cells, CLOSED_ON);
        DisputeResolution resolution = resolution(cells, closedDay);
        String reason = cells.find(REASON);
        long openKnown = BillingReader.known(cells, openedDay);
        Dispute open = new Dispute(id, invoice, openedDay, null, DisputeResolution.OPEN, reason, openKnown);
        if (closedDay == null) {
            return List.of(open);
        }
        if (closedDay < openedDay) {
            throw BadRow.of(
                    RejectReason.CLOSED_BEFORE_OPENED,
                    CLOSED_ON.code(),
                    cells.find(CLOSED_ON),
                    "closed_on is before opened_on: the same day is the earliest");
        }
        long closedKnown = Math.max(openKnown, Days.endMicros(closedDay));
        Dispute closed = new Dispute(id, invoice, openedDay, closedDay, resolution, reason, closedKnown);
        return openKnown < closedKnown ? List.of(open, closed) : List.of(closed);
    }

    private static DisputeResolution resolution(Cells cells, @Nullable Integer closedDay) {
        DisputeResolution stated = CellParser.findCode(DisputeResolution.class, cells, RESOLUTION);
        boolean answered = stated != null && stated != DisputeResolution.OPEN;
        if (answered != (closedDay != null)) {
            throw BadRow.of(
                    RejectReason.RESOLUTION_CONTRADICTS,
                    RESOLUTION.code(),
                    cells.find(RESOLUTION),
                    "a closed dispute has closed_on and is upheld or rejected, an open one has neither");
        }
        return stated == null ? DisputeResolution.OPEN : stated;
    }

    /** A date takes effect when its day begins, and is known when it ends. */
    static Consent consent(Cells cells) {
        Channel channel = CellParser.code(Channel.class, cells, CHANNEL);
        boolean granted = CellParser.zeroOne(GRANTED, cells.get(GRANTED), false);
        String effective = cells.get(EFFECTIVE_AT);
        Long known = CellParser.findMicros(cells, KNOWN_AT);
        if (CellParser.looksLikeDate(effective)) {
            int day = CellParser.day(cells, EFFECTIVE_AT);
            return new Consent(channel, granted, Days.startMicros(day), known == null ? Days.endMicros(day) : known);
        }
        long micros = CellParser.micros(EFFECTIVE_AT, effective);
        return new Consent(channel, granted, micros, known == null ? micros : known);
    }

    static Flag flag(Cells cells) {
        FlagKind kind = CellParser.code(FlagKind.class, cells, FLAG);
        int fromDay = CellParser.day(cells, FROM_ON);
        Integer toDay = CellParser.findDay(cells, TO_ON);
        if (toDay != null && toDay < fromDay) {
            throw BadRow.of(
                    RejectReason.TO_BEFORE_FROM,
                    TO_ON.code(),
                    cells.find(TO_ON),
                    "to_on is before from_on: the same day is the earliest");
        }
        return new Flag(kind, fromDay, toDay, BillingReader.known(cells, fromDay));
    }
}
