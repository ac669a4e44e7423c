using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.OpenData;

/// <summary>What the files hold, column by column, and on what terms they may be reused.</summary>
[Public]
[CachedForVisitors]
internal sealed class OpenDataModel(IContentDefinitions definitions) : PageModel
{
    public IReadOnlyList<OpenDataColumn> Columns { get; private set; } = [];

    public void OnGet() => Columns = OpenDataColumns.All(definitions);
}
