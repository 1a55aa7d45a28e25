import type { Memo } from '../memo/memo.ts';
import type { Steps } from '../memo/steps.ts';
import type { NetInput } from '../net/build.ts';
import type { Net } from '../net/net.ts';
import type { NetState } from '../net/states/state.ts';
import type { TextError } from '../schema/check.ts';
import type { Dialect } from '../schema/dialect.ts';
import type { RootName } from '../schema/root.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { Directives } from './directives.ts';
import type { AnalysisSettings } from './settings.ts';
import type { StateChoice } from './stateChoice.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** The parts of a document from which its dialect and states are chosen. */
export interface FileAnalysis {
  readonly tree: SyntaxTree;
  readonly memo: Memo;
  readonly root: RootName | undefined;
  readonly settings: AnalysisSettings;
  readonly context: WorkspaceContext;
  readonly directives: Directives;
  memoOf(dialect: Dialect): Memo;
  textErrors(dialect: Dialect): readonly TextError[];
  netInput(dialect: Dialect): NetInput;
  states(dialect: Dialect): StateChoice;
  net(state: NetState, dialect: Dialect): Net;
  building(state: NetState, dialect: Dialect): Steps<Net>;
}
