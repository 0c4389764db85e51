/** Stands where the area's figures will, with about their size. */
export function PanelSkeleton() {
  return (
    <div class="panel-body skeleton-rows" aria-hidden="true">
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-figure" />
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="skeleton" />
    </div>
  );
}
