package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import java.io.Serializable;

/** A contact that a plan has already promised to a slot. Until it is made, it counts as if it came across. */
public record PlannedSlot(Channel channel, Slot slot) implements Serializable {}
