import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnalysisSettings } from '../../server/src/document/settings.ts';
import { deploy } from '../../server/src/edit/deploy/index.ts';
import type { DeployOptions } from '../../server/src/edit/deploy/options.ts';
import { diagnostics } from '../../server/src/features/diagnostics/diagnostics.ts';
import { open } from './fixture.ts';

/** A training net and the deployment net that it becomes. */
export interface DeployCase {
  readonly shows: string;
  readonly train: string;
  readonly deployed: string;
  readonly options?: DeployOptions;
  readonly settings?: Partial<AnalysisSettings>;
  readonly notes?: readonly string[];
  /** Whether Caffe rejects the result. */
  readonly isRejected?: boolean;
}

/** An Input layer with images and labels. */
export const data = (size = 8) =>
  `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 32 dim: 3 dim: ${size} dim: ${size} } shape { dim: 32 } } }`;

/** The Input layer of a deployment net. */
export const input = `layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 32 dim: 3 dim: 8 dim: 8 } }
}`;

/** A test for each case. */
export function specifyDeploy(cases: readonly DeployCase[]): void {
  for (const { shows, train, deployed, options, settings, notes = [], isRejected = false } of cases) {
    test(`deploy: ${shows}`, () => {
      const made = deploy(open(train, settings), options);
      assert.ok('text' in made, 'problem' in made ? made.problem : '');
      assert.equal(made.text, deployed);
      assert.deepEqual(made.notes, notes);
      const errors = diagnostics(open(made.text)).filter(({ severity }) => severity === 'error');
      assert.equal(errors.length > 0, isRejected, errors.map(({ message }) => message).join('\n'));
    });
  }
}
