import { useState } from "react";
import { usePages, useResource } from "../api/useResource";
import type { DeadLetter, DeadLetterGroup, Page } from "../api/types";
import { useAccess } from "../app/session";
import { CopyButton, More, PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded, Loading, ProblemNote } from "../ui/states";
import { ACTIONS, Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { count } from "../text/values";
import { DeadLetterActions } from "./DeadLetterActions";
import { EvictionNotes } from "./EvictionNotes";

export function DeadLettersPage() {
  const { client } = useAccess();
  const groups = useResource("groups", (signal) => client.deadLetters.groups(signal));
  const standing = useResource("standing", (signal) => client.deadLetters.standing(signal));
  const letters = usePages<DeadLetter, Page<DeadLetter>>("letters", (cursor, signal) => client.deadLetters.list(cursor, signal));
  const reload = () => {
    groups.reload();
    standing.reload();
    letters.reload();
  };
  return (
    <>
      <PageHead title="Dead letters">
        <button type="button" className="button" onClick={reload}>
          Refresh
        </button>
      </PageHead>
      <p className="lead">Lines that were accepted but could not be read, mapped or stored, each with the reason. Their neighbours went on.</p>
      <Loaded of={standing} what="the limits">
        {(now) => <EvictionNotes standing={now} />}
      </Loaded>
      <Loaded of={groups} what="the groups">
        {(list) => (list.length === 0 ? null : <Groups groups={list} onDone={reload} />)}
      </Loaded>
      {letters.problem !== null && <ProblemNote problem={letters.problem} retry={letters.reload} />}
      {letters.last === null && letters.problem === null && <Loading what="dead letters" />}
      {letters.last !== null && letters.items.length === 0 && (
        <Empty title="No dead letters">
          <p>Every line that was accepted could be read and stored.</p>
        </Empty>
      )}
      {letters.items.length > 0 && (
        <Panel title="Newest first" flush>
          {letters.items.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </Panel>
      )}
      <More shown={letters.items.length} more={letters.more} loading={letters.loading} what="dead letters" />
    </>
  );
}

function Groups({ groups, onDone }: { groups: DeadLetterGroup[]; onDone: () => void }) {
  return (
    <Panel title="By cause" flush>
      <Table label="Dead letters by cause" columns={["Stage", "Cause", "Source", "First seen", "Last seen", { name: "Lines", number: true }, ACTIONS]}>
        {groups.map((group) => (
          <tr key={`${group.stage} ${group.cause} ${group.source}`}>
            <td>
              <span className="tag">{group.stage}</span>
            </td>
            <td className="cell-main">
              <Text value={group.cause} max={200} />
            </td>
            <td>
              <Text value={group.source} max={60} />
            </td>
            <td className="cell-time">
              <Time at={group.firstSeen} />
            </td>
            <td className="cell-time">
              <Time at={group.lastSeen} />
            </td>
            <td className="number">
              {count(group.count)}
              {group.refusedByOther > 0 && (
                <p className="muted" title="Formats have changed since: a replay may go well">
                  {count(group.refusedByOther)} by older formats
                </p>
              )}
            </td>
            <td className="cell-action">
              <DeadLetterActions group={group} onDone={onDone} />
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const [open, setOpen] = useState(false);
  return (
    <article className="letter">
      <div className="letter-head">
        <Time at={letter.receivedAt} />
        <span className="tag">{letter.stage}</span>
        <span className="muted">
          <Text value={letter.source} max={60} />
        </span>
        <span className="letter-reason">
          <Text value={letter.reason} max={300} />
        </span>
        <button type="button" className="button button-small" aria-expanded={open} onClick={() => setOpen(!open)} data-row>
          {open ? "Hide line" : "Show line"}
        </button>
      </div>
      {open && (
        <div className="code-box">
          <CopyButton text={letter.raw} what="line" />
          <pre className="code code-wrap" tabIndex={0} role="region" aria-label="Line as received">
            <Text value={letter.raw} lines max={4096} />
          </pre>
          {letter.parser !== "" && (
            <p className="muted">
              Refused by <Text value={letter.parser} max={100} />
            </p>
          )}
          {letter.rawTruncated && <p className="muted">Only the first 4 KiB are kept here.</p>}
        </div>
      )}
    </article>
  );
}
