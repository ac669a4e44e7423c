using EssConsult.Content.SiteTemplates;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Templates;

[RequirePermission(Permissions.ManageTemplates)]
internal sealed class TemplateListModel(SiteDb db, Liquid liquid) : PageModel
{
    private const int Shown = 500;

    internal IReadOnlyList<ListedTemplate> Templates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Set<SiteTemplate>().AsNoTracking().OrderBy(row => row.Name).Take(Shown).ToListAsync(ct);
        Templates = [.. rows.Select(row => new ListedTemplate(row.Name, row.Description, liquid.Check(row.Source), row.ModifiedUtc))];
    }
}

internal sealed record ListedTemplate(string Name, string Description, string? Error, DateTime ModifiedUtc);
