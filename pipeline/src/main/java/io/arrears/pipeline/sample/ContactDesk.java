package io.arrears.pipeline.sample;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Carries out decisions about one account: makes the contact, draws what comes of it, and writes it down. */
final class ContactDesk {
    private static final double NUISANCE = 0.0015;
    private static final double WITHDRAWS_AFTER_COMPLAINT = 0.3;
    private static final double CEASE_AFTER_COMPLAINT = 0.1;

    private final CaseFile file;
    private final Period period;
    private final FactSink sink;
    private final Response response;
    private final RecentContacts recent = new RecentContacts();
    private int made;

    ContactDesk(CaseFile file, Period period, FactSink sink) {
        this.file = file;
        this.period = period;
        this.sink = sink;
        this.response = new Response(file.account(), file.behaviour());
    }

    Response response() {
        return response;
    }

    int recentContacts(int day) {
        return recent.before(day);
    }

    void carryOut(Choice choice, int day, Draws draws) {
        Arm arm = choice.arm();
        String id = nextId();
        if (arm.action() == Action.NONE) {
            sink.contact(
                    file.account(), new Touch(id, day, null, arm, false, Touch.Result.NOTHING, choice.propensityPpm()));
            return;
        }
        Window part = arm.window().part(draws);
        boolean reached = draws.chance(file.account().debtor().reach().of(arm.channel(), part));
        if (reached) {
            file.influences().add(Influence.of(arm, day, recent.before(day)));
        }
        int agent = arm.channel() == Channel.CALL ? Agents.free(draws) : -1;
        Outcome outcome = reached ? reached(arm, day, agent, draws) : Outcome.missed(arm.channel(), draws);
        boolean complaint = complains(arm.channel(), day, reached, draws);
        Touch.Result result = result(arm, outcome, agent, complaint, draws);
        Touch touch = new Touch(id, day, at(part, day, draws), arm, false, result, choice.propensityPpm());
        sink.contact(file.account(), touch);
        follow(touch, outcome, day, draws);
        recent.add(day);
    }

    /** The debtor calls: to pay at once or to complain about a bill. */
    void calledIn(Outcome outcome, int day, Draws draws) {
        Arm arm = new Arm(Action.NONE, Channel.CALL, Window.ANY);
        int agent = Agents.free(draws);
        Touch.Result result = result(arm, outcome, agent, false, draws);
        String at = at(Window.ANY, day, draws);
        sink.contact(file.account(), new Touch(nextId(), day, at, arm, true, result, null));
    }

    private Outcome reached(Arm arm, int day, int agent, Draws draws) {
        boolean canPromise = !file.promises().pending() && file.ledger().potMinor(day) > 0;
        double skill = agent < 0 ? 1 : Agents.skill(agent);
        if (canPromise && draws.chance(response.promiseProbability(arm) * skill)) {
            return Outcome.PROMISE_TO_PAY;
        }
        boolean canDispute = arm.channel() == Channel.CALL && file.disputes().open() == null;
        return Outcome.withoutPromise(arm.channel(), file.account(), canDispute, draws);
    }

    /** What a contact sets in motion beside the lift: promises, disputes, and less goodwill. */
    private void follow(Touch touch, Outcome outcome, int day, Draws draws) {
        if (outcome == Outcome.PROMISE_TO_PAY) {
            long pot = file.ledger().potMinor(day);
            List<Response.Pledge> pledges = response.pledges(touch.arm().action(), day, pot);
            for (Response.Pledge pledge : pledges) {
                sink.promise(file.account(), file.promises().make(file.account(), touch.id(), day, pledge));
            }
        } else if (outcome == Outcome.DISPUTE && file.ledger().potMinor(day) > 0) {
            file.disputes().open(file.ledger().items().get(0).bill(), day, draws);
        }
        if (touch.result().complaint() && draws.chance(WITHDRAWS_AFTER_COMPLAINT)) {
            file.care().withdraw(touch.arm().channel(), day);
        } else if (touch.result().complaint() && draws.chance(CEASE_AFTER_COMPLAINT)) {
            file.care().raise(new FlagSpell(FlagSpell.Kind.CEASE_CONTACT, day, null, null));
        }
    }

    private boolean complains(Channel channel, int day, boolean reached, Draws draws) {
        int load = 1 + recent.before(day);
        double felt = (reached ? 1 : 0.3) * (channel == Channel.CALL ? 1.5 : 1);
        return draws.chance(NUISANCE * load * load * felt);
    }

    private Touch.Result result(Arm arm, Outcome outcome, int agent, boolean complaint, Draws draws) {
        int seconds = arm.channel() == Channel.CALL ? outcome.talkSeconds(draws) : 0;
        double euros = (arm.action() == Action.NONE ? 0 : arm.channel().costEuros()) + Outcome.talkEuros(seconds);
        long cost = euros == 0 ? 0 : file.account().tender().minor(euros);
        String agentId = agent < 0 ? null : Agents.id(agent);
        return new Touch.Result(outcome.code(), outcome.rightParty(), complaint, cost, agentId, seconds);
    }

    private String at(Window part, int day, Draws draws) {
        LocalTime time = LocalTime.ofSecondOfDay(part.second(draws));
        return period.date(day)
                .atTime(time)
                .atZone(file.account().debtor().place().zone())
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private String nextId() {
        made++;
        return file.account().id() + "-C" + made;
    }
}
