import { Button, Caption1 } from "@fluentui/react-components";
import { usePaneStyles } from "../pane-styles";
import { useWords } from "../state/pane-context";

interface Properties {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Called with the id of a group, or null for all customers. */
  readonly onPick: (group: string | null) => void;
}

/** Buttons that filter the customers' table by a group. */
export function GroupPicks({ groups, onPick }: Properties) {
  const styles = usePaneStyles();
  const { excel } = useWords();
  return (
    <div role="group" aria-label={excel.showGroups}>
      <Caption1 block className={styles.muted}>
        {excel.showGroups}
      </Caption1>
      <div className={styles.actions}>
        {groups.map(({ id, name }) => (
          <Button key={id} size="small" aria-label={excel.showGroup(name)} onClick={() => onPick(id)}>
            {name}
          </Button>
        ))}
        <Button size="small" appearance="subtle" onClick={() => onPick(null)}>
          {excel.showAll}
        </Button>
      </div>
    </div>
  );
}
