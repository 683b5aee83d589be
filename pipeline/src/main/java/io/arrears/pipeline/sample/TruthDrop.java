package io.arrears.pipeline.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the drop does not tell, beside it in {@code truth/}. */
final class TruthDrop implements AutoCloseable {
    static final String FOLDER = "truth";
    static final String README = FOLDER + "/README.md";
    static final String ACCOUNTS = FOLDER + "/accounts.csv";
    static final String ARMS = FOLDER + "/arms.csv";

    private static final int CASH_PLACES = 4;

    private final Period period;
    private final CsvTable accounts;
    private final CsvTable arms;

    TruthDrop(Path folder, Period period, SampleSettings settings) throws IOException {
        this.period = period;
        Files.createDirectories(folder.resolve(FOLDER));
        Files.write(folder.resolve(README), TruthReadme.text(settings).getBytes(StandardCharsets.UTF_8));
        accounts = new CsvTable(
                folder.resolve(ACCOUNTS),
                "account_id,persona,ability,willingness,purse,payday,reach_email,reach_sms,reach_letter,"
                        + "reach_call_morning,reach_call_afternoon,reach_call_evening,write_off_days,holdout");
        arms = new CsvTable(
                folder.resolve(ARMS), "account_id,as_of,action,channel,window,p_reach,p_pay_30d,expected_cash_30d");
    }

    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put(ACCOUNTS, accounts.rows());
        rows.put(ARMS, arms.rows());
        return rows;
    }

    void write(AccountLife life) {
        writeAccount(life.file());
        if (life.open()) {
            ArmTruth.of(life, period).forEach(row -> writeArm(life.file().account(), row));
        }
    }

    private void writeAccount(CaseFile file) {
        Debtor debtor = file.account().debtor();
        Reach reach = debtor.reach();
        accounts.text(file.account().id())
                .text(debtor.persona().code())
                .probability(debtor.purse().ability())
                .probability(debtor.willingness())
                .text(file.income().on(period.asOf()).code())
                .number(debtor.purse().payday())
                .probability(reach.email())
                .probability(reach.sms())
                .probability(reach.letter())
                .probability(reach.callMorning())
                .probability(reach.callAfternoon())
                .probability(reach.callEvening())
                .number(file.account().traits().writeOffAge())
                .bit(debtor.relation().holdout())
                .end();
    }

    private void writeArm(AccountProfile account, ArmTruth.Row row) {
        double cash = row.forecast().cashMinor() / account.tender().minorPerUnit();
        arms.text(account.id())
                .text(period.text(period.asOf()))
                .text(row.arm().action().code())
                .text(row.arm().channel().code())
                .text(row.arm().window().code())
                .probability(row.reaches())
                .probability(row.forecast().pays())
                .rounded(cash, CASH_PLACES)
                .end();
    }

    @Override
    public void close() throws IOException {
        new Closing(List.of(accounts, arms)).close();
    }
}
