using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Admin.Types;

[RequirePermission(Permissions.EditContentTypes)]
internal sealed class TypesModel(IContentDefinitions definitions, SiteDb db) : PageModel
{
    public IReadOnlyList<(ContentTypeDefinition Type, int Items)> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await db.Set<ContentRow>().Where(row => row.Latest).GroupBy(row => row.ContentType).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        Types = [.. definitions.Types.Select(type => (type, counts.GetValueOrDefault(type.Name)))];
    }
}
