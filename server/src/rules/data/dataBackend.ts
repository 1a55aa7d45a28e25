import { draft } from '../../edit/draft.ts';
import { setParam } from '../../edit/params.ts';
import { layerPlace } from '../../net/fault.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

/** A database that is opened as one of the other kind. */
export const dataBackend: Rule = {
  code: 'data-backend',
  severity: 'warning',
  doc: {
    what: 'The `source` of a Data layer is called after another kind of database than its `backend`.',
    why: 'The `backend` is LEVELDB where it is not given, and Caffe stops when it opens an LMDB as one. The name of the source tells which of them it is.',
    example: `# shape: data 64x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "mnist_train_lmdb" batch_size: 64 } }
`,
    fixed: `# shape: data 64x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "mnist_train_lmdb" batch_size: 64 backend: LMDB } }
`,
    fix: 'Write the `backend` of the database.',
  },
  types: ['Data'],
  *layer(layer, _near, document) {
    const named = kindByName(layer);
    const { params } = layer.context;
    if (!named || params.text('backend') === named) return;
    const given = params.has('backend');
    yield {
      message: `The source looks like an ${named === 'LMDB' ? 'LMDB' : 'LevelDB'}, but the \`backend\` is ${params.text('backend')}${given ? '' : ' where none is given'}.`,
      place: layerPlace(layer, params.list(given ? 'backend' : 'source')[0]),
      layer: layer.name,
      fixes: () => {
        const edit = setParam(document.tree, layer, 'data_param', draft('backend', named));
        return edit ? [{ title: `Write \`backend: ${named}\``, edits: [edit], preferred: true }] : [];
      },
    };
  },
};

/** The kind of the database that its path names, if it names just one. */
function kindByName({ context: { params } }: Layer): 'LMDB' | 'LEVELDB' | undefined {
  const source = params.text('source');
  const [lmdb, leveldb] = [/lmdb/iu.test(source), /level_?db/iu.test(source)];
  if (lmdb === leveldb) return undefined;
  return lmdb ? 'LMDB' : 'LEVELDB';
}
