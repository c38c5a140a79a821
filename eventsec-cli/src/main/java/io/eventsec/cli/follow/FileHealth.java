package io.eventsec.cli.follow;

/**
 * How it is with a file.
 *
 * @param path where it is, or was
 * @param offset up to which inflated byte the server has it
 * @param behind how many bytes of the disk it has not
 * @param records how many records the server has of it
 * @param gone true if no name leads to it any more and its rest is being sent
 * @param refused true if the server refuses what is next of it
 * @param error why it cannot be read or sent; empty if it can
 */
record FileHealth(
    String path,
    long offset,
    long behind,
    long records,
    boolean gone,
    boolean refused,
    String error) {}
