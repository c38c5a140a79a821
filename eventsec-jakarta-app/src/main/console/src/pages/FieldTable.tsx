import type { Fields } from "../api/types";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { Icon } from "../ui/Icon";
import { Text } from "../ui/Text";
import { plain } from "../text/visible";
import { singleValues } from "../text/values";
import { pivotPath } from "./pivots";

interface Props {
  fields: Fields;
  /** The event's time; a value's link searches around it. */
  time: string;
  /** Instead of leaving for the event search: narrow the search that is shown. */
  onFilter?: (field: string, value: string) => void;
}

/** Longer values make no useful filter, and no useful address. */
const LONGEST_FILTER = 500;

/** An event's fields by name; each value can be searched for. */
export function FieldTable({ fields, time, onFilter }: Props) {
  const { can } = useAccess();
  const names = Object.keys(fields).sort((a, b) => a.localeCompare(b));
  return (
    <table className="table fields" aria-label="Fields">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Text value={name} max={120} />
            </th>
            <td>
              {singleValues(fields[name]).map((value, i) => (
                <div key={i} className="value">
                  <Text value={value} />
                  {can("events:read") && value !== "" && value.length <= LONGEST_FILTER && (
                    <FilterBy name={name} value={value} time={time} onFilter={onFilter} />
                  )}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FilterBy({ name, value, time, onFilter }: { name: string; value: string; time: string; onFilter: Props["onFilter"] }) {
  const label = `Events where ${plain(name)} is ${plain(value)}`;
  if (onFilter !== undefined) {
    return (
      <button type="button" className="value-filter" aria-label={label} title={label} onClick={() => onFilter(name, value)}>
        <Icon name="plus" />
      </button>
    );
  }
  return (
    <Link className="value-filter" to={pivotPath({ eventTime: time }, name, value)} aria-label={label} title={label}>
      <Icon name="search" />
    </Link>
  );
}
