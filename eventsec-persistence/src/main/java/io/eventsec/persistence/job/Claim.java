package io.eventsec.persistence.job;

/**
 * The right to do a job until its lease ends. Made by {@link Jobs#claim}.
 *
 * @param job its name
 * @param owner the node that has it
 * @param turn a number that rises with each claim of the job: of two that believe they have it, the
 *     higher has
 * @param failures how many runs of the job have failed in a row until now
 */
public record Claim(String job, String owner, long turn, int failures) {}
