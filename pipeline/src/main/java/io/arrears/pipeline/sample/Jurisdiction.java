package io.arrears.pipeline.sample;

import java.time.ZoneId;
import java.util.Arrays;

/** Where debtors live, with the law's code, the zone of most of its people and a zone one may confuse it with. */
enum Jurisdiction {
    DE("DE", Tender.EUR, "Europe/Berlin", "Europe/London", 0.30),
    FR("FR", Tender.EUR, "Europe/Paris", "Europe/London", 0.22),
    ES("ES", Tender.EUR, "Europe/Madrid", "Atlantic/Canary", 0.08),
    GB("GB", Tender.GBP, "Europe/London", "Europe/Dublin", 0.14),
    US_NY("US-NY", Tender.USD, "America/New_York", "America/Chicago", 0.07),
    US_MA("US-MA", Tender.USD, "America/New_York", "America/Chicago", 0.06),
    CA_ON("CA-ON", Tender.CAD, "America/Toronto", "America/Winnipeg", 0.04),
    AU_NSW("AU-NSW", Tender.AUD, "Australia/Sydney", "Australia/Brisbane", 0.04),
    JP("JP", Tender.JPY, "Asia/Tokyo", "Asia/Seoul", 0.03),
    KW("KW", Tender.KWD, "Asia/Kuwait", "Asia/Dubai", 0.02);

    private static final double[] SHARES = shares();

    private final String code;
    private final Tender tender;
    private final ZoneId zone;
    private final String otherZone;
    private final double share;

    Jurisdiction(String code, Tender tender, String zone, String otherZone, double share) {
        this.code = code;
        this.tender = tender;
        this.zone = ZoneId.of(zone);
        this.otherZone = otherZone;
        this.share = share;
    }

    static Jurisdiction draw(Draws draws) {
        return values()[draws.weighted(SHARES)];
    }

    String code() {
        return code;
    }

    Tender tender() {
        return tender;
    }

    ZoneId zone() {
        return zone;
    }

    /** Both zones the debtor may be in, as the canonical column writes them. */
    String uncertainZones() {
        return zone + ";" + otherZone;
    }

    private static double[] shares() {
        return Arrays.stream(values()).mapToDouble(place -> place.share).toArray();
    }
}
