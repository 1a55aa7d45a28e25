import { newField } from '../../edit/newField.ts';
import { setParam } from '../../edit/params.ts';
import { layerLocation } from '../../net/failure.ts';
import type { Layer } from '../../net/net.ts';
import type { Rule } from '../rule.ts';

export const dataBackend: Rule = {
  code: 'data-backend',
  severity: 'warning',
  doc: {
    what: 'The name of the `source` of a Data layer indicates a different database type than its `backend`.',
    why: 'The default `backend` is LEVELDB, and Caffe stops when it opens an LMDB database as LevelDB. The name of the source usually indicates its type.',
    example: `# shape: data 64x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "mnist_train_lmdb" batch_size: 64 } }
`,
    fixed: `# shape: data 64x1x28x28
layer { name: "data" type: "Data" top: "data" data_param { source: "mnist_train_lmdb" batch_size: 64 backend: LMDB } }
`,
    fix: 'Set the `backend` of the database.',
  },
  types: ['Data'],
  *layer(layer, _near, document) {
    const named = kindByName(layer);
    const { params } = layer.context;
    if (!named || params.text('backend') === named) return;
    const given = params.has('backend');
    yield {
      message: `The name of the source indicates ${named === 'LMDB' ? 'LMDB' : 'LevelDB'}, but the \`backend\` is ${params.text('backend')}${given ? '' : ' by default'}.`,
      location: layerLocation(layer, params.list(given ? 'backend' : 'source')[0]),
      layer: layer.name,
      fixes: () => {
        const edit = setParam(document.tree, layer, 'data_param', newField('backend', named));
        return edit ? [{ title: `Set \`backend: ${named}\``, edits: [edit], preferred: true }] : [];
      },
    };
  },
};

/** The database type in the name of the source, if it contains exactly one. */
function kindByName({ context: { params } }: Layer): 'LMDB' | 'LEVELDB' | undefined {
  const source = params.text('source');
  const [lmdb, leveldb] = [/lmdb/iu.test(source), /level_?db/iu.test(source)];
  if (lmdb === leveldb) return undefined;
  return lmdb ? 'LMDB' : 'LEVELDB';
}
