import type { DeadLetterStanding, EvictionNotice } from "../api/types";
import { count } from "../text/values";
import { Time } from "../ui/parts";

/** What was announced about the oldest dead letters, and what became of the last announcement. */
export function EvictionNotes({ standing }: { standing: DeadLetterStanding }) {
  const newest = standing.notices[0];
  if (newest === undefined) return null;
  if (newest.endedAt === null) return <WillGo standing={standing} notice={newest} />;
  if (newest.evicted === 0) return null;
  return (
    <p className="note" role="status">
      {count(newest.evicted)} of the oldest lines went until <Time at={newest.endedAt} />, as announced on{" "}
      <Time at={newest.announcedAt} />. Their batches are in the journal until its retention ends.
    </p>
  );
}

function WillGo({ standing, notice }: { standing: DeadLetterStanding; notice: EvictionNotice }) {
  return (
    <div className="note note-warn" role="alert">
      <p className="note-title">
        The oldest lines go on <Time at={notice.dueAt} />
      </p>
      <p>
        There are {count(standing.letters)} with {mebibytes(standing.bytes)} MiB; {count(standing.mostLetters)} and{" "}
        {mebibytes(standing.mostBytes)} MiB are kept. Replay or discard some, or have the limit raised.
        {notice.evicted > 0 && ` ${count(notice.evicted)} went before, for there were twice as many as are kept.`}
      </p>
    </div>
  );
}

const mebibytes = (bytes: number) => count(Math.ceil(bytes / (1024 * 1024)));
