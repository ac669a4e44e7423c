using EssConsult.Content.Recipes.Keeping;
using EssConsult.Kernel.Themes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Features.Shortcodes;

[RequirePermission(Permissions.ManageShortcodeTemplates)]
internal sealed class ShortcodeListModel(SiteDb db, Liquid liquid) : PageModel
{
    private const int Shown = 500;

    internal IReadOnlyList<ListedShortcode> Shortcodes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Set<KeptRecord>().AsNoTracking().Where(record => record.Step == KeptSteps.Shortcodes).OrderBy(record => record.Key).Take(Shown).ToListAsync(ct);
        Shortcodes = [.. rows.Select(row => (row.Key, Json: System.Text.Json.Nodes.JsonNode.Parse(row.Json)!)).Select(row =>
            new ListedShortcode(row.Key, row.Json["Hint"]?.ToString() ?? string.Empty, liquid.Check(row.Json["Content"]?.ToString() ?? string.Empty) is null))];
    }
}

internal sealed record ListedShortcode(string Name, string Hint, bool IsReadable);
