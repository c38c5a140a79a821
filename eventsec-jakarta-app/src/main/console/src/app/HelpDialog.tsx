import { Dialog } from "../ui/parts";
import { prefer, usePreferences } from "./preferences";
import { ROUTES } from "./routes";
import { useAccess } from "./session";

const KEYS: readonly (readonly [string, string])[] = [
  ["j / k", "Next or previous row"],
  ["Enter", "Open the row"],
  ["x", "Select the row, where rows can be selected"],
  ["/", "Go to the search field"],
  ["?", "Show this help"],
  ["Esc", "Close a dialog"],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { can } = useAccess();
  const { shortcuts } = usePreferences();
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        {ROUTES.map(({ nav, title, needs }) =>
          nav?.key === undefined || !can(needs) ? null : (
            <div key={title}>
              <dt>
                <kbd>g</kbd> <kbd>{nav.key}</kbd>
              </dt>
              <dd>Go to {title}</dd>
            </div>
          ),
        )}
      </dl>
      <label className="check">
        <input type="checkbox" checked={shortcuts} onChange={(event) => prefer({ shortcuts: event.target.checked })} />
        Use single-key shortcuts
      </label>
      <div className="dialog-tools">
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
