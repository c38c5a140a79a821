import type { ReactNode } from "react";

/** The head of a column: its name, or more where the name alone does not do. */
export type Column =
  | string
  | {
      name: string;
      /** Figures stand on the right. */
      number?: boolean;
      /** The name is for those only who do not see what stands below it. */
      hidden?: boolean;
      /** Stands in place of the name. */
      head?: ReactNode;
      className?: string;
    };

/** The column of what can be done with a row. */
export const ACTIONS: Column = { name: "Actions", hidden: true };

/** A table in a box that scrolls; columns that are false are left out. */
export function Table({ label, columns, className, box, children }: { label: string; columns: readonly (Column | false)[]; className?: string; box?: string; children: ReactNode }) {
  return (
    <div className={names("table-box", box)}>
      <table className={names("table", className)} aria-label={label}>
        <TableHead columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The heads of the columns, for a table whose body is not one list of rows. */
export function TableHead({ columns }: { columns: readonly (Column | false)[] }) {
  return (
    <thead>
      <tr>{columns.map((column) => column !== false && <Head key={nameOf(column)} column={column} />)}</tr>
    </thead>
  );
}

function Head({ column }: { column: Column }) {
  if (typeof column === "string") return <th scope="col">{column}</th>;
  const { name, number = false, hidden = false, head = name, className } = column;
  return (
    <th scope="col" className={names(number && "number", className)}>
      {hidden ? <span className="visually-hidden">{name}</span> : head}
    </th>
  );
}

function nameOf(column: Column): string {
  return typeof column === "string" ? column : column.name;
}

function names(...all: (string | false | undefined)[]): string | undefined {
  const some = all.filter(Boolean);
  return some.length === 0 ? undefined : some.join(" ");
}
