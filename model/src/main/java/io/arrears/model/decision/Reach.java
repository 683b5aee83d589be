package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;

/** Outbound contacts of an account through one channel and window, and how many met the right party. */
public record Reach(Channel channel, ContactWindow window, int attempts, int rightParty) {}
