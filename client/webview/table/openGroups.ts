/** Which groups are open: by default none, and all while a filter is used, so that what it finds is shown. */
export class OpenGroups {
  private readonly open: Set<string>;
  private readonly closedInFilter = new Set<string>();

  constructor(open: readonly string[] = []) {
    this.open = new Set(open);
  }

  get opened(): readonly string[] {
    return [...this.open];
  }

  isOpen(group: string, isFiltered: boolean): boolean {
    return isFiltered ? !this.closedInFilter.has(group) : this.open.has(group);
  }

  toggle(group: string, isFiltered: boolean): void {
    this.setAll([group], !this.isOpen(group, isFiltered), isFiltered);
  }

  setAll(groups: readonly string[], isOpen: boolean, isFiltered: boolean): void {
    const [set, isIn] = isFiltered ? [this.closedInFilter, !isOpen] : [this.open, isOpen];
    for (const group of groups) {
      if (isIn) set.add(group);
      else set.delete(group);
    }
  }

  filterChanged(): void {
    this.closedInFilter.clear();
  }
}
