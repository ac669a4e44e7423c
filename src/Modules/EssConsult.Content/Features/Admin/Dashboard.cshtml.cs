using EssConsult.Content.Features.Admin.Contents;
using EssConsult.Content.Permits;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Content.Features.Admin;

/// <summary>The first page of the administration: what waits for somebody, then what was last written.</summary>
[RequirePermission("AccessAdminPanel")]
internal sealed class DashboardModel(ListContents contents, IContentDefinitions definitions, ContentPermits permits, AdminMenu menu) : PageModel
{
    public IReadOnlyList<AdminLine> Waiting { get; private set; } = [];

    public IReadOnlyList<ContentLine> Recent { get; private set; } = [];

    public IReadOnlyList<ContentTypeDefinition> Creatable { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waiting = [.. (await menu.ReadAsync(ct)).Where(line => line.Waiting > 0)];
        Recent = (await contents.HandleAsync(new ContentFilter { PageSize = 8 }, ct)).Lines;
        Creatable = [.. definitions.Types.Where(type => type.Options.Creatable && permits.CanCreate(type.Name))];
    }
}
