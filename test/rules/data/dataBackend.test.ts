import { checkFixes } from '../../support/fixTable.ts';
import { checkRule } from '../../support/ruleTable.ts';

const data = (source: string, more = '') => `# shape: d 2x3x8x8
layer { name: "d" type: "Data" top: "d" data_param { source: "${source}" batch_size: 2 ${more}} }
`;

checkRule('data-backend', [
  {
    shows: 'an LMDB without a backend',
    net: data('train_lmdb'),
    marks: ['"train_lmdb"'],
    messages: 'The name of the source indicates LMDB, but the `backend` is LEVELDB by default.',
  },
  {
    shows: 'a LevelDB with the LMDB backend',
    net: data('train-leveldb', 'backend: LMDB '),
    marks: ['LMDB'],
    messages: 'The name of the source indicates LevelDB, but the `backend` is LMDB.',
  },
  { shows: 'an LMDB with the LMDB backend', net: data('train_lmdb', 'backend: LMDB '), marks: [] },
  { shows: 'a LevelDB with the default backend', net: data('train_leveldb'), marks: [] },
  { shows: 'a name without a database type', net: data('train'), marks: [] },
  { shows: 'a name with both database types', net: data('lmdb_from_leveldb'), marks: [] },
]);

checkFixes([
  {
    shows: 'the fix changes the backend',
    bad: data('train_leveldb', 'backend: ⟦LMDB⟧ '),
    code: 'data-backend',
    fixed: data('train_leveldb', 'backend: LEVELDB '),
  },
]);
