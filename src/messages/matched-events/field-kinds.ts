import { CATALOG, isFreeFormText } from '../../events/catalog';

/** Whether a field, by its full path, holds free-form text in some detail type: quotes, line breaks and the words of a stranger may be in it. */
export function isFreeForm(path: string): boolean {
  return isFreeFormText(anyElement(path));
}

/** Whether a full path leads to a list or an object in some detail type. */
export function isStructure(path: string): boolean {
  return ['$', 'detail', 'resources'].includes(path)
    || CATALOG.some(({ fields }) => fields.some((field) => {
      const full = `detail.${field.path}`;
      return (field.type.endsWith('[]') && full === anyElement(path)) || (field.type.startsWith('object') && [full, `${full}[]`].includes(anyElement(path)));
    }));
}

/** `detail.containers[].reason` of `detail.containers[0].reason`. */
function anyElement(path: string): string {
  return path.replace(/\[\d+\]/g, '[]');
}
