package io.arrears.pipeline.sample;

/** What all accounts of a portfolio have in common. */
record World(Period period, Randomness randomness, FactSink sink, Shock shock) {}
