import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar as FluentToolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { ColorRegular } from "@fluentui/react-icons/svg/color";
import { CompassNorthwestRegular } from "@fluentui/react-icons/svg/compass-northwest";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { LocalLanguageRegular } from "@fluentui/react-icons/svg/local-language";
import { PanelRightRegular } from "@fluentui/react-icons/svg/panel-right";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { WeatherMoonRegular } from "@fluentui/react-icons/svg/weather-moon";
import { WeatherSunnyRegular } from "@fluentui/react-icons/svg/weather-sunny";
import { useRef } from "react";
import { jobCommands } from "../commands/job-commands";
import type { Words } from "../i18n/en";
import type { Language } from "../i18n/words";
import { languageNames } from "../i18n/words";

const languageTags: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** Ribbon commands in their order, with their signs. */
const commandIcons = {
  refreshResults: <ArrowSyncRegular />,
  switchColors: <ColorRegular />,
  removeOutput: <DeleteRegular />,
  openHelp: <QuestionCircleRegular />,
};

interface Props {
  readonly words: Words["demo"];
  /** The language that the button switches to. */
  readonly otherLanguage: Language;
  readonly fileName: string;
  readonly isDark: boolean;
  readonly isPaneOpen: boolean;
  readonly goldenCases: readonly string[];
  readonly commands: readonly string[];
  /** The menu of jobs in the ribbon. */
  readonly menuName: string;
  readonly jobNames: Words["jobs"];
  readonly onOpenFile: (file: File) => void;
  readonly onOpenSample: () => void;
  readonly onOpenGolden: (name: string) => void;
  readonly onDownload: () => void;
  readonly onCommand: (name: string) => void;
  readonly onSwitchLanguage: () => void;
  readonly onSwitchTheme: () => void;
  readonly onTogglePane: () => void;
}

/** What can be done with the workbook as a whole. */
export function Toolbar(props: Props) {
  const { words, isDark, isPaneOpen } = props;
  const file = useRef<HTMLInputElement>(null);
  const jobs = Object.entries(jobCommands).filter(([name]) => props.commands.includes(name));
  const known = Object.entries(commandIcons).filter(([name]) => props.commands.includes(name));
  return (
    <header className="toolbar">
      <span className="brand" aria-hidden="true">
        CVM
      </span>
      <FluentToolbar aria-label={words.toolbar} size="small">
        <Tooltip content={words.openHint} relationship="description">
          <ToolbarButton icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
            {words.open}
          </ToolbarButton>
        </Tooltip>
        <ToolbarButton icon={<TableRegular />} onClick={props.onOpenSample}>
          {words.sample}
        </ToolbarButton>
        {props.goldenCases.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <ToolbarButton icon={<BeakerRegular />}>{words.golden}</ToolbarButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {props.goldenCases.map((name) => (
                  <MenuItem key={name} onClick={() => props.onOpenGolden(name)}>
                    {name}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Tooltip content={words.downloadHint} relationship="description">
          <ToolbarButton icon={<ArrowDownloadRegular />} onClick={props.onDownload}>
            {words.download}
          </ToolbarButton>
        </Tooltip>
        {known.length > 0 && <ToolbarDivider />}
        {known.map(([name, icon]) => (
          <Tooltip key={name} content={words.commands[name]} relationship="label">
            <ToolbarButton icon={icon} onClick={() => props.onCommand(name)} />
          </Tooltip>
        ))}
        {jobs.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <ToolbarButton icon={<CompassNorthwestRegular />}>{props.menuName}</ToolbarButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {jobs.map(([name, id]) => (
                  <MenuItem key={name} onClick={() => props.onCommand(name)}>
                    {props.jobNames[id].name}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </FluentToolbar>
      <input
        ref={file}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.txt"
        aria-label={words.open}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) props.onOpenFile(chosen);
        }}
      />
      <h1 className="file-name">{props.fileName}</h1>
      <div className="toolbar-end">
        <Button
          appearance="subtle"
          size="small"
          icon={<LocalLanguageRegular />}
          lang={languageTags[props.otherLanguage]}
          onClick={props.onSwitchLanguage}
        >
          {languageNames[props.otherLanguage]}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={isDark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          onClick={props.onSwitchTheme}
        >
          {isDark ? words.light : words.dark}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={<PanelRightRegular />}
          aria-expanded={isPaneOpen}
          onClick={props.onTogglePane}
        >
          {isPaneOpen ? words.paneHide : words.paneShow}
        </Button>
      </div>
    </header>
  );
}
